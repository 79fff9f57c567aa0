/** Asks what there is to ask about what was pasted. */
import { useTranslation } from 'react-i18next';
import { Modal } from '../../kit/Modal';
import { useEditor, useEditorState } from '../../store/editor-context';
import { Misfits } from './Misfits';
import { TablePreview } from './TablePreview';

export function PastePanel() {
  const { store } = useEditor();
  const { t } = useTranslation('clipboard');
  const pasting = useEditorState(({ panel, pasting }) => (panel === 'paste' ? pasting : undefined));
  if (pasting === undefined) return null;
  const close = () => store.setState({ panel: undefined, pasting: undefined });
  return pasting.kind === 'table' ? (
    <Modal title={t('table.title')} onClose={close}>
      <TablePreview text={pasting.text} onDone={close} />
    </Modal>
  ) : (
    <Modal title={t('misfits.title')} onClose={close}>
      <Misfits piece={pasting.piece} at={pasting.at} onDone={close} />
    </Modal>
  );
}
