/** How others see one: a name and a colour to choose. It lies beside the work and leaves the keyboard alone. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { Button } from '../../kit/Button';
import { PERSON_COLORS } from '../../kit/colors';
import { TextInput } from '../../kit/TextInput';
import { LIMITS } from '../../shared/limits';
import { parseWith } from '../../shared/protocol/parse';
import { type Person, personSchema } from '../../shared/protocol/person';
import styles from './IntroductionCard.module.css';

interface IntroductionCardProps {
  readonly me: Person;
  /** The name was given by an identity provider: only the colour is to choose. */
  readonly nameIsGiven: boolean;
  /** The person opened it to type into it. */
  readonly takesKeyboard: boolean;
  /** With who they want to be; with `me` itself when that is to stay. */
  readonly onClose: (person: Person) => void;
}

/** Esc puts the card away, where it is not meant for something else that has the keyboard. */
function useEscape(card: { readonly current: HTMLElement | null }, onEscape: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      const isForCard = event.target instanceof Node && card.current?.contains(event.target);
      if (isForCard || event.target === document.body) onEscape();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [card, onEscape]);
}

export function IntroductionCard({ me, nameIsGiven, takesKeyboard, onClose }: IntroductionCardProps) {
  const { t } = useTranslation('people');
  const [name, setName] = useState(me.name);
  const [color, setColor] = useState(me.color);
  const [problem, setProblem] = useState<string>();
  const card = useRef<HTMLFormElement>(null);
  const [headingId, problemId] = [useId(), useId()];
  useEscape(card, () => onClose(me));

  const choose = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseWith(personSchema, { name, color });
    if (parsed.ok) onClose(parsed.value);
    else setProblem(parsed.reason.replace(/^\w+: /u, ''));
  };
  return (
    <form ref={card} className={styles['card']} aria-labelledby={headingId} onSubmit={choose}>
      <h2 id={headingId} className={styles['heading']}>
        {t('seenAs')}
      </h2>
      <TextInput
        aria-label={t('yourName')}
        autoComplete="nickname"
        autoFocus={takesKeyboard}
        readOnly={nameIsGiven}
        maxLength={LIMITS.personNameLength}
        value={name}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        onChange={(event) => {
          setName(event.target.value);
          setProblem(undefined);
        }}
      />
      <fieldset className={styles['colors']} aria-label={t('yourColor')}>
        {PERSON_COLORS.map((each) => (
          <input
            key={each.color}
            type="radio"
            name="color"
            className={styles['color']}
            style={{ '--person-color': each.color }}
            aria-label={t(`color.${each.name}`)}
            title={t(`color.${each.name}`)}
            checked={each.color === color}
            onChange={() => setColor(each.color)}
          />
        ))}
      </fieldset>
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {said(problem)}
        </p>
      )}
      <Button look="primary" type="submit">
        {t('thatsMe')}
      </Button>
    </form>
  );
}
