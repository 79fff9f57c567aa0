/**
 * Asks at the pointer which type a new edge gets: one of the graph's, or a new one typed here. Types that already join
 * these two labels come first: any type may join any labels, so which one is meant is never quite certain.
 */
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { nameWords } from '../../commands/name-words';
import { isolated } from '../../kit/bidi';
import { Isolate } from '../../kit/Isolate';
import { foldName } from '../../shared/graph/names';
import { captionOf } from '../../store/caption';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import { NamePicker } from '../picker/NamePicker';
import styles from '../picker/PointPicker.module.css';
import { edgeTypeChoices } from './edge-type-choices';
import { ReverseButton } from './ReverseButton';

/** A node that is there, by its id, or one that is made together with the edge. */
export type EdgeEnd = string | { readonly label: string };

interface EdgeTypePickerProps {
  readonly source: EdgeEnd;
  readonly target: EdgeEnd;
  /** Client pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onPick: (type: string, isNew: boolean) => void;
  readonly onCancel: () => void;
  /** The edge is to lead the other way round; left out where it cannot. */
  readonly onReverse?: (() => void) | undefined;
}

function labelOf(state: EditorState, end: EdgeEnd): string | undefined {
  return typeof end === 'string' ? state.nodes.get(end)?.label : end.label;
}

function nameOf(state: EditorState, end: EdgeEnd): string {
  const row = typeof end === 'string' ? state.nodes.get(end) : undefined;
  const label = labelOf(state, end) ?? '';
  return (row && captionOf(state.labels.get(foldName(label)), row.properties)) ?? label;
}

export function EdgeTypePicker({ source, target, at, onPick, onCancel, onReverse }: EdgeTypePickerProps) {
  const { t } = useTranslation('edgeTypes');
  const { store } = useEditor();
  const names = useEditorState(
    useShallow((state) => edgeTypeChoices(state, labelOf(state, source), labelOf(state, target))),
  );
  const [from, to] = useEditorState(useShallow((state) => [nameOf(state, source), nameOf(state, target)]));
  return (
    <NamePicker
      words={{
        title: t('title'),
        field: t('field'),
        list: t('list'),
        placeholder: names.length === 0 ? t('nameFirst') : t('chooseOrName'),
      }}
      at={at}
      head={
        <p className={styles['head']}>
          <span>
            <Isolate>{from ?? ''}</Isolate>
          </span>
          <ArrowRight size={13} aria-label={t('to')} />
          <span>
            <Isolate>{to ?? ''}</Isolate>
          </span>
          {onReverse !== undefined && <ReverseButton onReverse={onReverse} />}
        </p>
      }
      names={names}
      newWords={(name) => t('newType', { name: isolated(name) })}
      problemOf={(name) =>
        nameWords(name) ??
        (store.getState().labels.has(foldName(name)) ? t('isLabel', { name: isolated(name) }) : undefined)
      }
      onPick={onPick}
      onCancel={onCancel}
    />
  );
}
