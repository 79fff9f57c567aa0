/** The session is over: why, in the server's words, and what of one's own was not saved. */
import { Banner } from '../../kit/Banner';
import { CopyButton } from '../../kit/CopyButton';
import { useEditor, useEditorState } from '../../store/editor-context';
import { changesOfYours } from './changes-words';

export function EndedBanner() {
  const { copyPending } = useEditor();
  const reason = useEditorState((state) => state.endReason);
  const pending = useEditorState((state) => state.pending.length);
  if (reason === undefined) return null;
  return (
    <Banner
      look="bad"
      urgent
      actions={pending > 0 && <CopyButton text={copyPending}>{pending === 1 ? 'Copy it' : 'Copy them'}</CopyButton>}
    >
      {reason} What you see is no longer kept up to date. {pending > 0 && changesOfYours(pending)}
    </Banner>
  );
}
