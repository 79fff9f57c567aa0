/** Those for whom the bar has no room: how many they are, and on a click who. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatList } from '../../i18n/formats';
import { Avatar } from './Avatar';
import { called, type Someone } from './called';
import styles from './People.module.css';

interface MorePeopleProps {
  readonly people: readonly (Someone & { readonly id: string })[];
}

export function MorePeople({ people }: MorePeopleProps) {
  const { t } = useTranslation('together');
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useAway(place, open, () => setOpen(false));
  return (
    <li
      ref={place}
      data-escapes={open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles['rest']}
        aria-label={t('others', { count: people.length })}
        aria-expanded={open}
        title={formatList(people.map(called))}
        onClick={() => setOpen(!open)}
      >
        +{people.length}
      </button>
      {open && (
        <ul className={styles['more']} aria-label={t('others', { count: people.length })}>
          {people.map(({ id, person, role }) => (
            <Avatar key={id} clientId={id} person={person} role={role} named />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Calls back when something else on the page is pressed, or has the keyboard. */
function useAway(place: { readonly current: Element | null }, isOn: boolean, onAway: () => void): void {
  const call = useRef(onAway);
  call.current = onAway;
  useEffect(() => {
    if (!isOn) return;
    const look = ({ target }: Event) => {
      if (target instanceof Node && place.current?.contains(target) !== true) call.current();
    };
    document.addEventListener('pointerdown', look, true);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerdown', look, true);
      document.removeEventListener('focusin', look);
    };
  }, [place, isOn]);
}
