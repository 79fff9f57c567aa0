/** Changes that the person made and may not send any more: nothing of them is lost, and they say what becomes of it. */
import { useTranslation } from 'react-i18next';
import { Banner } from '../../kit/Banner';
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import { useEditor, useEditorState } from '../../store/editor-context';

export function HeldBackBanner() {
  const { t } = useTranslation('access');
  const { copyPending, discardPending } = useEditor();
  const heldBack = useEditorState((state) => state.heldBack);
  const ended = useEditorState((state) => state.endReason !== undefined);
  // What is said of the end speaks of them, too.
  if (heldBack === 0 || ended) return null;
  return (
    <Banner
      look="warn"
      actions={
        <>
          <CopyButton text={copyPending} />
          <Button look="quiet" onClick={discardPending}>
            {t('discard')}
          </Button>
        </>
      }
    >
      {t('onlyViewNow', { changes: t('changesOfYours', { count: heldBack }) })}
    </Banner>
  );
}
