/**
 * Who is here: oneself first, then the others. A click on oneself opens the card with one's name and colour, one on someone
 * else follows their view.
 */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { isolated } from '../../kit/bidi';
import { useIsNarrow } from '../../kit/use-is-narrow';
import type { Person } from '../../shared/protocol/person';
import { useEditor, useEditorState } from '../../store/editor-context';
import { Avatar } from './Avatar';
import { IntroductionCard } from './IntroductionCard';
import { initials } from './initials';
import { MorePeople } from './MorePeople';
import styles from './People.module.css';

/** Avatars shown at once, with one's own: fewer where the bar has little room. */
const SHOWN = { wide: 5, narrow: 3 };

/** The person themselves, and the card, which is open at first until they have said who they are. */
function Me() {
  const { t } = useTranslation('people');
  const { introduce } = useEditor();
  const me = useEditorState((state) => state.me);
  const introduced = useEditorState((state) => state.introduced);
  const nameIsGiven = useEditorState((state) => state.identity !== undefined);
  const [asked, setAsked] = useState(false);
  const avatar = useRef<HTMLButtonElement>(null);
  const open = asked || !introduced;
  const words = t('you', { name: isolated(me.name) });
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
        className={`${styles['avatar']} ${styles['mine']}`}
        style={{ '--person-color': me.color }}
        title={words}
        aria-label={words}
        aria-expanded={open}
        onClick={() => (open ? close(me) : setAsked(true))}
      >
        {initials(me.name)}
      </button>
      {open && <IntroductionCard me={me} nameIsGiven={nameIsGiven} takesKeyboard={asked} onClose={close} />}
    </li>
  );
}

export function People() {
  const { t } = useTranslation('people');
  // Apart from what they are doing, which changes all the time.
  const people = useEditorState(
    useShallow(({ peers }) => new Map(Array.from(peers, ([id, peer]) => [id, peer.person]))),
  );
  const roles = useEditorState(useShallow(({ peers }) => new Map(Array.from(peers, ([id, peer]) => [id, peer.role]))));
  const others = Array.from(people, ([id, person]) => ({ id, person, role: roles.get(id) ?? 'editor' }));
  const shown = SHOWN[useIsNarrow() ? 'narrow' : 'wide'] - 1;
  const more = others.slice(shown);
  return (
    <ul className={styles['people']} aria-label={t('here')}>
      <Me />
      {others.slice(0, shown).map(({ id, person, role }) => (
        <Avatar key={id} clientId={id} person={person} role={role} />
      ))}
      {more.length > 0 && <MorePeople people={more} />}
    </ul>
  );
}
