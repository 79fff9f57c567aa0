/** Changes that the person made and may not send any more: nothing of them is lost, and they say what becomes of it. */
import { Banner } from '../../kit/Banner';
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import { useEditor, useEditorState } from '../../store/editor-context';
import { changesOfYours } from './changes-words';

export function HeldBackBanner() {
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
            Discard
          </Button>
        </>
      }
    >
      You can only view this graph now. {changesOfYours(heldBack)}
    </Banner>
  );
}
