/** What labels, edge types and properties there are, how much of each, and all of it as a picture. For viewers, too. */
import { Download, Maximize2, Minimize2 } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import { download, fileName } from '../../kit/download';
import { foldName } from '../../shared/graph/names';
import { useEditor, useEditorState } from '../../store/editor-context';
import { SidePanel } from '../side-panel/SidePanel';
import { definitionText } from './definition-text';
import { NoSchema } from './NoSchema';
import { pictureFile } from './picture-file';
import styles from './SchemaPanel.module.css';
import { SchemaPicture } from './SchemaPicture';
import type { SchemaPorts } from './schema-ports';
import { TypeList } from './TypeList';
import { usePicturePlan } from './use-picture-plan';
import { useSchemaFacts } from './use-schema-facts';

export function SchemaPanel({ ports }: { readonly ports: SchemaPorts }) {
  const open = useEditorState((state) => state.panel === 'schema');
  return open ? <OpenPanel ports={ports} /> : null;
}

function OpenPanel({ ports }: { readonly ports: SchemaPorts }) {
  const { t } = useTranslation('schemaPanel');
  const { store } = useEditor();
  const isEmpty = useEditorState(({ labels, edgeTypes }) => labels.size + edgeTypes.size === 0);
  const [large, setLarge] = useState(false);
  const close = () => store.setState({ panel: undefined });
  const isLarge = large && !isEmpty;
  const Resize = isLarge ? Minimize2 : Maximize2;
  return (
    <SidePanel
      title={t('title')}
      closeLabel={t('close')}
      onClose={close}
      width={480}
      extent={isLarge ? 'all' : 'tall'}
      head={
        <>
          <Totals />
          {!isEmpty && (
            <Button
              look="quiet"
              className={styles['resize'] ?? ''}
              aria-label={t(isLarge ? 'smaller' : 'larger')}
              title={t(isLarge ? 'smaller' : 'larger')}
              onClick={() => setLarge(!large)}
            >
              <Resize size={15} aria-hidden />
            </Button>
          )}
        </>
      }
    >
      {isEmpty ? <NoSchema /> : <Contents ports={ports} isLarge={isLarge} />}
    </SidePanel>
  );
}

function Totals() {
  const { t } = useTranslation('schemaPanel');
  const labels = useEditorState((state) => state.labels.size);
  const edgeTypes = useEditorState((state) => state.edgeTypes.size);
  const words = { labels: t('labels', { count: labels }), edgeTypes: t('edgeTypes', { count: edgeTypes }) };
  return <p className={styles['totals']}>{t('summary', words)}</p>;
}

function Contents({ ports, isLarge }: { readonly ports: SchemaPorts; readonly isLarge: boolean }) {
  const { t } = useTranslation(['schemaPanel', 'page']);
  const { store } = useEditor();
  const facts = useSchemaFacts(ports);
  const { types, failed } = facts;
  const { plan, failed: unarranged } = usePicturePlan(ports.arrange, facts);
  const [marked, setMarked] = useState<string>();
  const lists = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const lookAt = useCallback((name: string) => {
    const entries = lists.current?.querySelectorAll<HTMLElement>('[data-type]') ?? [];
    [...entries].find((entry) => entry.dataset['type'] === name)?.focus();
  }, []);
  const definition = () => definitionText(store.getState(), ({ name }) => types.get(foldName(name))?.pairs ?? []);
  const save = () => {
    const title = store.getState().title ?? t('page:untitled');
    if (picture.current === null) return;
    const name = fileName(t('pictureName', { title }), 'svg');
    download(name, new Blob([pictureFile(picture.current)], { type: 'image/svg+xml' }));
  };
  const drawn = useMemo(
    () => plan && <SchemaPicture plan={plan} marked={marked} onChoose={lookAt} picture={picture} />,
    [plan, marked, lookAt],
  );
  return (
    <div className={styles['contents']} data-large={isLarge}>
      {drawn ?? <p className={styles['unarranged']}>{unarranged && t('pictureFailed')}</p>}
      <div ref={lists} className={styles['lists']}>
        <div className={styles['tools']}>
          <CopyButton text={definition}>{t('copyText')}</CopyButton>
          <Button look="quiet" disabled={plan === undefined} onClick={save}>
            <Download size={15} aria-hidden /> {t('savePicture')}
          </Button>
        </div>
        {failed && (
          <p role="status" className={styles['hint']}>
            {t('failed')}
          </p>
        )}
        <TypeList on="node" facts={types} onLook={setMarked} />
        <TypeList on="edge" facts={types} onLook={setMarked} />
      </div>
    </div>
  );
}
