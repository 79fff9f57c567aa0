/** Importing a file: chosen in the dialog, or dropped anywhere on the page. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pasteText } from '../../clipboard/paste-text';
import { useCommands } from '../../commands/commands-context';
import { Modal } from '../../kit/Modal';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { notify } from '../../store/editor-store';
import { FileChoice } from './FileChoice';
import { useFileDrop } from './file-drop';
import { ImportPreview } from './ImportPreview';

/** Tables, which are pasted as tables are. */
const TABLE = /\.(?:csv|tsv|tab)$/iu;

interface ImportDialogProps {
  /** Brought along from the start page. */
  readonly given?: File | undefined;
}

export function ImportDialog({ given }: ImportDialogProps) {
  const { t } = useTranslation('files');
  const { store } = useEditor();
  const { context } = useCommands();
  const open = useEditorState((state) => state.panel === 'import');
  const [file, setFile] = useState(given);

  const take = useCallback(
    (dropped: File) => {
      if (!mayEdit(store.getState())) return notify(store, t('mayNotImport'));
      if (TABLE.test(dropped.name)) {
        return void dropped.text().then(
          (text) => pasteText(context, text),
          () => notify(store, t('unreadable')),
        );
      }
      setFile(dropped);
      store.setState({ panel: 'import' });
    },
    [context, store, t],
  );
  useFileDrop(take);
  useEffect(() => {
    if (given !== undefined) store.setState({ panel: 'import' });
  }, [given, store]);
  useEffect(() => {
    // The next time it begins anew.
    if (open) return () => setFile(undefined);
  }, [open]);

  if (!open) return null;
  const close = () => store.setState({ panel: undefined });
  return (
    <Modal title={t('import')} onClose={close}>
      {file !== undefined && <ImportPreview file={file} onDone={close} />}
      <FileChoice again={file !== undefined} onFile={take} />
    </Modal>
  );
}
