/** Who is here: oneself first, then the others. A click on oneself opens the card with one's name and colour. */
import { Eye, Star } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { formatList } from '../../i18n/formats';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { Role } from '../../shared/access';
import type { Person } from '../../shared/protocol/person';
import { useEditor, useEditorState } from '../../store/editor-context';
import { IntroductionCard } from './IntroductionCard';
import { initials } from './initials';
import styles from './People.module.css';

/** Avatars shown at once, with one's own. */
const SHOWN = 5;

/** What is shown of someone. */
interface Someone {
  readonly person: Person;
  readonly role: Role;
}

/** The name; the role with it where it is not the usual one. */
function called({ person: { name }, role }: Someone): string {
  return role === 'editor'
    ? isolated(name)
    : t('people:withRole', { name: isolated(name), role: t(`access:as.${role}`) });
}

function Avatar({ person, role }: Someone) {
  const words = called({ person, role });
  return (
    <li>
      <span
        className={styles['avatar']}
        role="img"
        aria-label={words}
        title={words}
        style={{ '--person-color': person.color }}
      >
        {initials(person.name)}
        {role === 'viewer' && <Eye className={styles['role']} size={12} aria-hidden />}
        {role === 'owner' && <Star className={styles['role']} size={12} aria-hidden />}
      </span>
    </li>
  );
}

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
        className={styles['avatar']}
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
  const rest = formatList(others.slice(SHOWN - 1).map(called));
  return (
    <ul className={styles['people']} aria-label={t('here')}>
      <Me />
      {others.slice(0, SHOWN - 1).map(({ id, person, role }) => (
        <Avatar key={id} person={person} role={role} />
      ))}
      {rest !== '' && (
        <li>
          <span className={styles['rest']} role="img" aria-label={rest} title={rest}>
            +{others.length - SHOWN + 1}
          </span>
        </li>
      )}
    </ul>
  );
}
