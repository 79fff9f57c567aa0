/** Asks at the pointer which label a new node gets: one of the graph's, the one used last first, or a new one typed here. */
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { usualLabel } from '../../commands/making';
import { nameWords } from '../../commands/name-words';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { Isolate } from '../../kit/Isolate';
import { foldName } from '../../shared/graph/names';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import { NamePicker } from '../picker/NamePicker';
import styles from '../picker/PointPicker.module.css';

interface LabelPickerProps {
  /** Client pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onPick: (label: string, isNew: boolean) => void;
  readonly onCancel: () => void;
}

function labelNames(state: EditorState): string[] {
  const usual = usualLabel(state);
  const names = Array.from(state.labels.values(), ({ name }) => name);
  return usual === undefined ? names : [usual, ...names.filter((name) => name !== usual)];
}

function LabelFace({ name }: { name: string }) {
  const style = useEditorState((state) => state.labels.get(foldName(name))?.style);
  return (
    <span className={styles['face']}>
      <span className={styles['dot']} style={{ '--label-color': colorOf(style) }} />
      <Isolate>{name}</Isolate>
    </span>
  );
}

export function LabelPicker({ at, onPick, onCancel }: LabelPickerProps) {
  const { t } = useTranslation('canvas');
  const { store } = useEditor();
  const names = useEditorState(useShallow(labelNames));
  return (
    <NamePicker
      words={{
        title: t('labelPicker.title'),
        field: t('labelPicker.field'),
        list: t('labelPicker.list'),
        placeholder: names.length === 0 ? t('labelPicker.nameFirst') : t('labelPicker.chooseOrName'),
      }}
      at={at}
      names={names}
      faceOf={(name) => <LabelFace name={name} />}
      newWords={(name) => t('labelPicker.newLabel', { name: isolated(name) })}
      problemOf={(name) =>
        nameWords(name) ??
        (store.getState().edgeTypes.has(foldName(name))
          ? t('labelPicker.isEdgeType', { name: isolated(name) })
          : undefined)
      }
      onPick={onPick}
      onCancel={onCancel}
    />
  );
}
