/** Lists the values of a node or an edge, with how many others have each: to show only these, or to hide them. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import { useEditor, useEditorState } from '../../store/editor-context';
import { withValueRule } from '../../store/view-filter';
import { PointPicker } from '../picker/PointPicker';
import styles from '../picker/PointPicker.module.css';
import { ruleParts } from '../view-filter/value-words';
import { type ValueChoice, valueChoices } from './value-choices';

interface ValuePickerProps {
  readonly on: 'node' | 'edge';
  readonly id: NodeId | EdgeId;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

export function ValuePicker({ on, id, at, onClose }: ValuePickerProps) {
  const { t } = useTranslation('explore');
  const { store } = useEditor();
  const [typed, setTyped] = useState('');
  const words = useChoiceWords();
  // Counted once: it is about what one sees when one asks.
  const choices = useMemo(() => valueChoices(on, id, store.getState()), [on, id, store]);
  const wanted = typed.trim().toLowerCase();
  const matching = choices.filter((choice) => words(choice).toLowerCase().includes(wanted));
  const onPick = (key: string) => {
    const rule = choices.find((choice) => choice.key === key)?.rule;
    onClose();
    if (rule !== undefined) {
      store.setState((state) => ({ viewFilter: withValueRule(state.viewFilter, rule, state) }));
    }
  };
  return (
    <PointPicker
      words={{
        title: t('value.title'),
        field: t('value.field'),
        list: t('value.list'),
        placeholder: t('value.placeholder'),
      }}
      at={at}
      typed={typed}
      onType={setTyped}
      choices={matching.map((choice) => ({
        key: choice.key,
        face: (
          <span className={styles['face']}>
            <span className={styles['words']}>{words(choice)}</span>
            <span className={styles['note']}>{choice.count}</span>
          </span>
        ),
      }))}
      problem={matching.length === 0 ? t('value.none') : undefined}
      onPick={onPick}
      onCancel={onClose}
    />
  );
}

function useChoiceWords(): (choice: ValueChoice) => string {
  const { t } = useTranslation('explore');
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  return ({ rule }) => {
    const { key, value } = ruleParts(rule, { labels, edgeTypes });
    const how = rule.keeps === 'only' ? 'shows' : 'hides';
    return value === undefined ? t(`value.${how}Without`, { key }) : t(`value.${how}`, { key, value });
  };
}
