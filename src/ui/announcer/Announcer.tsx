/** What happens, for who listens instead of looking: each sentence is read once, after the one before it. */
import { Spoken } from '../../kit/Spoken';
import { useEditorState } from '../../store/editor-context';

export function Announcer() {
  const announcements = useEditorState((state) => state.announcements);
  return (
    <Spoken as="div" role="log" aria-live="polite" data-testid="announcements">
      {announcements.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </Spoken>
  );
}
