/** Who is here: oneself first, then the others. A click on oneself opens the card with one's name and colour. */
import { useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Person } from '../../shared/protocol/person';
import { useEditor, useEditorState } from '../../store/editor-context';
import { IntroductionCard } from './IntroductionCard';
import { initials } from './initials';
import styles from './People.module.css';

/** Avatars shown at once, with one's own. */
const SHOWN = 5;

function Avatar({ person: { name, color } }: { person: Person }) {
  return (
    <li>
      <span className={styles['avatar']} role="img" aria-label={name} title={name} style={{ '--person-color': color }}>
        {initials(name)}
      </span>
    </li>
  );
}

/** The person themselves, and the card, which is open at first until they have said who they are. */
function Me() {
  const { introduce } = useEditor();
  const me = useEditorState((state) => state.me);
  const introduced = useEditorState((state) => state.introduced);
  const [asked, setAsked] = useState(false);
  const avatar = useRef<HTMLButtonElement>(null);
  const open = asked || !introduced;
  const close = (person: Person) => {
    // Who puts the card away unread goes by what was made up for them.
    if (!introduced || person !== me) introduce(person);
    setAsked(false);
    // The keyboard goes back to where the card was opened; where it opened by itself, the keyboard is not its own.
    if (asked) avatar.current?.focus();
  };
  return (
    <li>
      <button
        ref={avatar}
        type="button"
        className={styles['avatar']}
        style={{ '--person-color': me.color }}
        title={`${me.name} (you)`}
        aria-label={`${me.name} (you)`}
        aria-expanded={open}
        onClick={() => (open ? close(me) : setAsked(true))}
      >
        {initials(me.name)}
      </button>
      {open && <IntroductionCard me={me} takesKeyboard={asked} onClose={close} />}
    </li>
  );
}

export function People() {
  const others = useEditorState(
    useShallow(({ peers }) => new Map(Array.from(peers, ([id, peer]) => [id, peer.person]))),
  );
  const shown = [...others].slice(0, SHOWN - 1);
  const rest = [...others.values()].slice(SHOWN - 1).map(({ name }) => name);
  return (
    <ul className={styles['people']} aria-label="People here">
      <Me />
      {shown.map(([clientId, person]) => (
        <Avatar key={clientId} person={person} />
      ))}
      {rest.length > 0 && (
        <li>
          <span className={styles['rest']} role="img" aria-label={rest.join(', ')} title={rest.join(', ')}>
            +{rest.length}
          </span>
        </li>
      )}
    </ul>
  );
}
