/** Asks which label, or which edge type, something gets instead of the one it has. */
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { typeNameWords } from '../../commands/name-words';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { Isolate } from '../../kit/Isolate';
import { useFocusBack } from '../../kit/use-focus-back';
import { foldName } from '../../shared/graph/names';
import { useEditor, useEditorState } from '../../store/editor-context';
import { NamePicker } from '../picker/NamePicker';
import styles from '../picker/PointPicker.module.css';

interface TypePickerProps {
  readonly on: 'node' | 'edge';
  /** Client pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onPick: (name: string) => void;
  readonly onCancel: () => void;
}

export function TypePicker({ on, at, onPick, onCancel }: TypePickerProps) {
  const { t } = useTranslation(['elements', 'canvas', 'edgeTypes']);
  const { store } = useEditor();
  const names = useEditorState(
    useShallow(({ labels, edgeTypes }) =>
      Array.from((on === 'node' ? labels : edgeTypes).values(), ({ name }) => name),
    ),
  );
  useFocusBack();
  const words =
    on === 'node'
      ? {
          title: t('changeLabel'),
          field: t('canvas:labelPicker.field'),
          list: t('canvas:labelPicker.list'),
          placeholder: t('canvas:labelPicker.chooseOrName'),
        }
      : {
          title: t('changeType'),
          field: t('edgeTypes:field'),
          list: t('edgeTypes:list'),
          placeholder: t('edgeTypes:chooseOrName'),
        };
  const newKey = on === 'node' ? 'canvas:labelPicker.newLabel' : 'edgeTypes:newType';
  return (
    <NamePicker
      words={words}
      at={at}
      names={names}
      faceOf={(name) => <Face on={on} name={name} />}
      newWords={(name) => t(newKey, { name: isolated(name) })}
      problemOf={(name) => typeNameWords(name, store.getState())}
      onPick={onPick}
      onCancel={onCancel}
    />
  );
}

function Face({ on, name }: { on: 'node' | 'edge'; name: string }) {
  const style = useEditorState(
    ({ labels, edgeTypes }) => (on === 'node' ? labels : edgeTypes).get(foldName(name))?.style,
  );
  return (
    <span className={styles['face']}>
      <span className={styles['dot']} style={{ '--label-color': colorOf(style) }} />
      <Isolate>{name}</Isolate>
    </span>
  );
}
