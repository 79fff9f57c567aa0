/** The first page: begin a graph, go on with one, or look at a real one. */
import { ArrowRight, Plus, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/formats';
import type { Language } from '../../i18n/languages';
import { Button } from '../../kit/Button';
import { KumikoMark } from '../../kit/KumikoMark';
import type { RecentGraph } from '../../store/recent-graphs';
import { FileButton } from '../import-dialog/FileButton';
import { useFileDrop } from '../import-dialog/file-drop';
import { LanguageSwitch } from '../language-switch/LanguageSwitch';
import { SamplePicture } from './SamplePicture';
import styles from './StartPage.module.css';

/** A sample as the server lists it. `nodes` and `edges` are counts. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly attribution: string;
  readonly nodes: number;
  readonly edges: number;
}

interface StartPageProps {
  readonly recent: readonly RecentGraph[];
  /** Changes kept in this browser that the server has not had yet, by room. */
  readonly unsent: ReadonlyMap<string, number>;
  /** Undefined while they are being loaded. */
  readonly samples: readonly Sample[] | undefined;
  readonly busy: boolean;
  /** What went wrong, in words. */
  readonly problem: string | undefined;
  readonly onNew: () => void;
  /** A graph that was saved as a file was chosen, or dropped on the page. */
  readonly onFile: (file: File) => void;
  readonly onSample: (id: string) => void;
  readonly onLanguage: (language: Language) => void;
}

export function StartPage({
  recent,
  unsent,
  samples,
  busy,
  problem,
  onNew,
  onFile,
  onSample,
  onLanguage,
}: StartPageProps) {
  const { t } = useTranslation(['start', 'files']);
  useFileDrop(onFile);
  const example = recent.length === 0 ? largest(samples ?? []) : undefined;
  return (
    <main className={styles['page']}>
      <header className={styles['hero']}>
        <div className={styles['language']}>
          <LanguageSwitch onChoose={onLanguage} />
        </div>
        <span className={styles['mark']}>
          <KumikoMark size={56} />
        </span>
        <h1>Kumiko</h1>
        <p>{t('tagline')}</p>
        <div className={styles['ways']}>
          <Button look="primary" className={styles['new'] ?? ''} disabled={busy} onClick={onNew}>
            <Plus size={18} aria-hidden /> {t('newGraph')}
          </Button>
          {example !== undefined && (
            <Button className={styles['new'] ?? ''} disabled={busy} onClick={() => onSample(example.id)}>
              <Sparkles size={18} aria-hidden /> {t('tryOut')}
            </Button>
          )}
        </div>
        <FileButton look="quiet" accept=".json,application/json" disabled={busy} onFile={onFile}>
          {t('files:openOnStart')}
        </FileButton>
        {problem !== undefined && (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
      </header>

      {recent.length > 0 && (
        <section>
          <h2>{t('recent')}</h2>
          <ul className={styles['recent']}>
            {recent.map((graph) => (
              <li key={graph.room}>
                <a href={`/g/${graph.room}`}>
                  <span className={styles['recentTitle']} dir="auto">
                    {graph.title}
                  </span>
                  {unsent.has(graph.room) && (
                    <span className={styles['unsent']}>{t('unsent', { count: unsent.get(graph.room) ?? 0 })}</span>
                  )}
                  <span className={styles['when']}>{formatTime(graph.openedAt)}</span>
                  <ArrowRight size={16} aria-hidden />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}

      <section>
        <h2>{t('samples')}</h2>
        <p className={styles['lead']}>{t('samplesLead')}</p>
        <ul className={styles['samples']}>
          {(samples ?? []).map((sample) => (
            <li key={sample.id}>
              <button type="button" className={styles['sample']} disabled={busy} onClick={() => onSample(sample.id)}>
                <SamplePicture id={sample.id} />
                <span className={styles['sampleTitle']}>{sample.title}</span>
                <span className={styles['description']}>{sample.description}</span>
                <span className={styles['numbers']}>{t('size', { nodes: sample.nodes, edges: sample.edges })}</span>
              </button>
              <p className={styles['attribution']}>{sample.attribution}</p>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

/** The sample with the most to see: for who is here for the first time. */
function largest(samples: readonly Sample[]): Sample | undefined {
  return [...samples].sort((a, b) => b.nodes - a.nodes)[0];
}
