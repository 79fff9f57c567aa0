/** Gives what is selected another label, or another edge type: one of the graph's, or a new one typed here. */
import { Replace } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RetypedElement, type RetypePlan, retypeElements } from '../../commands/retype-elements';
import { Button } from '../../kit/Button';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { misfitWords } from '../properties/retyping-words';
import { Confirm } from '../share/Confirm';
import styles from './ChangeType.module.css';
import { TypePicker } from './TypePicker';

interface ChangeTypeProps {
  readonly on: 'node' | 'edge';
  readonly elements: readonly RetypedElement[];
}

export function ChangeType({ on, elements }: ChangeTypeProps) {
  const { t } = useTranslation('elements');
  const { store, editInParts } = useEditor();
  const editable = useEditorState(mayEdit);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number }>();
  const [asked, setAsked] = useState<RetypePlan & { readonly to: string }>();
  if (!editable) return null;
  const make = ({ ops }: RetypePlan) => {
    setAsked(undefined);
    if (ops.length > 0) void editInParts(ops);
  };
  const pick = (to: string) => {
    setAt(undefined);
    const plan = retypeElements(on, elements, to, store.getState());
    if (plan.misfits.length === 0) make(plan);
    else setAsked({ ...plan, to });
  };
  const open = ({ currentTarget }: MouseEvent) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    setAt({ x: left, y: bottom + 4 });
  };
  return (
    <>
      <Button look="quiet" className={styles['change'] ?? ''} aria-haspopup="dialog" onClick={open}>
        <Replace size={14} aria-hidden /> {t(on === 'node' ? 'changeLabel' : 'changeType')}
      </Button>
      {at !== undefined && <TypePicker on={on} at={at} onPick={pick} onCancel={() => setAt(undefined)} />}
      {asked !== undefined && (
        <Confirm
          question={asked.misfits.map((misfit) => misfitWords(misfit, asked.to)).join(' ')}
          yes={t('changeAnyway')}
          busy={false}
          onYes={() => make(retypeElements(on, elements, asked.to, store.getState()))}
          onNo={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
