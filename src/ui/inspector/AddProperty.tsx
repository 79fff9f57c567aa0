/** Gives a label or edge type a further property, with a type. */
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { propertyNameWords } from '../../commands/name-words';
import { Button } from '../../kit/Button';
import { TextInput } from '../../kit/TextInput';
import type { ElementType } from '../../shared/graph/model';
import { tidyName } from '../../shared/graph/names';
import type { PropertyType } from '../../shared/graph/values';
import { TypeSelect } from '../properties/TypeSelect';
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
    const wrong = propertyNameWords(key, type);
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
      <TypeSelect label={t('propertyType')} value={valueType} onChange={setValueType} />
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
