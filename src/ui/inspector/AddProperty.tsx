/** Gives a label or edge type a further property, with a type. */
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameWords } from '../../commands/name-words';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { TextInput } from '../../kit/TextInput';
import type { ElementType } from '../../shared/graph/model';
import { foldName, tidyName } from '../../shared/graph/names';
import { PROPERTY_TYPES, type PropertyType } from '../../shared/graph/values';
import styles from './AddProperty.module.css';

interface AddPropertyProps {
  readonly type: ElementType;
  /** The person may not: what they are typing stays, but goes nowhere. */
  readonly readOnly: boolean;
  readonly onAdd: (key: string, type: PropertyType) => void;
}

export function AddProperty({ type, readOnly, onAdd }: AddPropertyProps) {
  const { t } = useTranslation('inspector');
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [valueType, setValueType] = useState<PropertyType>('STRING');
  const [problem, setProblem] = useState<string>();
  /** The keyboard goes back to the button that opened the form. */
  const [focusBack, setFocusBack] = useState(false);
  const problemId = useId();
  const close = () => {
    setOpen(false);
    setFocusBack(true);
    setName('');
    setProblem(undefined);
  };
  if (!open) {
    if (readOnly) return null;
    return (
      <Button look="quiet" className={styles['open'] ?? ''} autoFocus={focusBack} onClick={() => setOpen(true)}>
        <Plus size={15} aria-hidden /> {t('addProperty')}
      </Button>
    );
  }
  const add = (event: FormEvent) => {
    event.preventDefault();
    const key = tidyName(name);
    const taken = type.properties.get(foldName(key));
    const wrong =
      nameWords(key) ?? (taken && t('hasProperty', { type: isolated(type.name), property: isolated(taken.name) }));
    if (wrong !== undefined) return setProblem(wrong);
    onAdd(key, valueType);
    close();
  };
  return (
    <form className={styles['form']} onSubmit={add} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <TextInput
        autoFocus
        aria-label={t('propertyName')}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        placeholder={t('namePlaceholder')}
        value={name}
        readOnly={readOnly}
        onChange={(event) => {
          setName(event.target.value);
          setProblem(undefined);
        }}
      />
      <select
        className={styles['types']}
        aria-label={t('propertyType')}
        value={valueType}
        onChange={(event) => setValueType(PROPERTY_TYPES.find((each) => each === event.target.value) ?? 'STRING')}
      >
        {PROPERTY_TYPES.map((each) => (
          <option key={each} value={each}>
            {t(`types.${each}`)}
          </option>
        ))}
      </select>
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button look="primary" type="submit" disabled={readOnly}>
          {t('add')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
