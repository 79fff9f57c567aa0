/** The first page: begin a graph, go on with one, or look at a real one. */
import { ArrowRight, Plus } from 'lucide-react';
import { Button } from '../../kit/Button';
import { KumikoMark } from '../../kit/KumikoMark';
import type { RecentGraph } from '../../store/recent-graphs';
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
  readonly onSample: (id: string) => void;
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function unsentWords(count: number): string {
  return count === 1 ? '1 change kept here, not sent yet' : `${count} changes kept here, not sent yet`;
}

export function StartPage({ recent, unsent, samples, busy, problem, onNew, onSample }: StartPageProps) {
  return (
    <main className={styles['page']}>
      <header className={styles['hero']}>
        <span className={styles['mark']}>
          <KumikoMark size={56} />
        </span>
        <h1>Kumiko</h1>
        <p>
          Model what you know as a graph, together. Everyone's tab is a real graph database; everyone sees every edit.
        </p>
        <Button look="primary" className={styles['new'] ?? ''} disabled={busy} onClick={onNew}>
          <Plus size={18} aria-hidden /> New graph
        </Button>
        {problem !== undefined && (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
      </header>

      {recent.length > 0 && (
        <section>
          <h2>Opened recently</h2>
          <ul className={styles['recent']}>
            {recent.map((graph) => (
              <li key={graph.room}>
                <a href={`/g/${graph.room}`}>
                  <span className={styles['recentTitle']} dir="auto">
                    {graph.title}
                  </span>
                  {unsent.has(graph.room) && (
                    <span className={styles['unsent']}>{unsentWords(unsent.get(graph.room) ?? 0)}</span>
                  )}
                  <span className={styles['when']}>{day.format(graph.openedAt)}</span>
                  <ArrowRight size={16} aria-hidden />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}

      <section>
        <h2>Samples</h2>
        <p className={styles['lead']}>Each opens as a graph of your own, to try things in.</p>
        <ul className={styles['samples']}>
          {(samples ?? []).map((sample) => (
            <li key={sample.id}>
              <button type="button" className={styles['sample']} disabled={busy} onClick={() => onSample(sample.id)}>
                <SamplePicture id={sample.id} />
                <span className={styles['sampleTitle']}>{sample.title}</span>
                <span className={styles['description']}>{sample.description}</span>
                <span className={styles['numbers']}>
                  {sample.nodes} nodes, {sample.edges} edges
                </span>
              </button>
              <p className={styles['attribution']}>{sample.attribution}</p>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
