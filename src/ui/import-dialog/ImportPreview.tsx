/** What is in a file, what importing it would do, and the button that does it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import { said } from '../../i18n/said';
import { Button } from '../../kit/Button';
import { Isolate } from '../../kit/Isolate';
import { WIDEST_LIMITS } from '../../shared/graph/graph-limits';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import type { Parsed } from '../../shared/protocol/parse';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { FileContents } from './FileContents';
import styles from './ImportDialog.module.css';
import { ImportEffect } from './ImportEffect';
import { openGraphFile } from './open-graph-file';
import { type ImportPlan, planImport } from './plan-import';
import { showImported } from './show-imported';

/** With more, importing takes a while. */
const MANY_OPS = 2_000;

interface ImportPreviewProps {
  readonly file: File;
  readonly onDone: () => void;
}

export function ImportPreview({ file, onDone }: ImportPreviewProps) {
  const { t } = useTranslation('files');
  const { editor, canvas } = useCommands().context;
  const { store } = useEditor();
  const editable = useEditorState(mayEdit);
  const drawn = useEditorState((state) => state.drawn);
  const read = useOpened(file);
  const [plan, setPlan] = useState<ImportPlan>();
  const [importing, setImporting] = useState(false);

  useEffect(() => {
    if (drawn && read?.ok) setPlan(planImport(read.value, store.getState(), store.getState().limits ?? WIDEST_LIMITS));
    else setPlan(undefined);
  }, [drawn, read, store]);

  const put = async () => {
    if (!read?.ok) return;
    if (plan?.status === 'possible' && plan.ops.length > MANY_OPS) {
      // The page stands still while it takes them in: it says why before.
      setImporting(true);
      await painted();
    }
    // Others may have changed the graph meanwhile.
    const state = store.getState();
    const now = planImport(read.value, state, state.limits ?? WIDEST_LIMITS);
    if (now.status !== 'possible') {
      setImporting(false);
      return setPlan(now);
    }
    showImported(store, canvas, now);
    void editor.editInParts(now.ops);
    onDone();
  };

  return (
    <section className={styles['preview']} aria-label={t('preview')}>
      <p className={styles['name']}>
        <Isolate>{file.name}</Isolate>
      </p>
      {read === undefined || (read.ok && plan === undefined) ? (
        <p role="status">{t('reading')}</p>
      ) : !read.ok ? (
        <p role="alert" className={styles['problem']}>
          {read.reason}
        </p>
      ) : (
        <>
          <FileContents graph={read.value} />
          {plan?.status === 'possible' && (
            <>
              <ImportEffect plan={plan} title={read.value.title} />
              <Button
                look="primary"
                disabled={!editable || importing || plan.ops.length === 0}
                onClick={() => void put()}
              >
                {importing ? t('importing') : plan.isWhole ? t('importWhole') : t('importBeside')}
              </Button>
            </>
          )}
          {plan?.status === 'too_much' && (
            <p role="alert" className={styles['problem']}>
              {t(`tooMuch.${plan.of}`, { limit: plan.limit, count: plan.limit })}
            </p>
          )}
          {plan?.status === 'refused' && (
            <p role="alert" className={styles['problem']}>
              {t('refused', { reason: said(plan.reason, plan.code) })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Resolves when what was set before is seen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** What is in the file; undefined while it is being read. */
function useOpened(file: File): Parsed<GraphSnapshot> | undefined {
  const [opened, setOpened] = useState<{ readonly file: File; readonly read: Parsed<GraphSnapshot> }>();
  useEffect(() => {
    let current = true;
    void openGraphFile(file).then((read) => {
      if (current) setOpened({ file, read });
    });
    return () => {
      current = false;
    };
  }, [file]);
  return opened?.file === file ? opened.read : undefined;
}
