/** Asks which node to connect to: by arrow keys, nearest first, or by typing its caption. What is chosen is marked on the canvas. */
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { Isolate } from '../../kit/Isolate';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { useEditor, useEditorState } from '../../store/editor-context';
import { PointPicker } from '../picker/PointPicker';
import styles from '../picker/PointPicker.module.css';
import { type TargetChoice, targetChoices } from './target-choices';

interface TargetPickerProps {
  readonly from: NodeId;
  /** Client pixels. */
  readonly at: { readonly x: number; readonly y: number };
  /** What is asked; left out: what to connect to. */
  readonly title?: string;
  readonly onPick: (target: NodeId) => void;
  readonly onCancel: () => void;
}

function TargetFace({ label, caption }: TargetChoice) {
  const { t } = useTranslation('canvas');
  const style = useEditorState((state) => state.labels.get(foldName(label))?.style);
  return (
    <span className={styles['face']}>
      <span className={styles['dot']} style={{ '--label-color': colorOf(style) }} />
      <Isolate>{caption ?? t('unnamed', { label: isolated(label) })}</Isolate>
    </span>
  );
}

export function TargetPicker({ from, at, title, onPick, onCancel }: TargetPickerProps) {
  const { t } = useTranslation('canvas');
  const { store } = useEditor();
  const [typed, setTyped] = useState('');
  const nodes = useEditorState((state) => state.nodes);
  const labels = useEditorState((state) => state.labels);
  const revision = useEditorState((state) => state.rowsRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change in place, and the revision with them
  const choices = useMemo(() => targetChoices({ nodes, labels }, from, typed), [nodes, labels, revision, from, typed]);
  const consider = useCallback((candidate: NodeId | undefined) => store.setState({ candidate }), [store]);
  return (
    <PointPicker
      words={{
        title: title ?? t('target.title'),
        field: title ?? t('target.field'),
        list: t('target.list'),
        placeholder: t('target.placeholder'),
      }}
      at={at}
      typed={typed}
      onType={setTyped}
      choices={choices.map((choice) => ({ key: choice.id, face: <TargetFace {...choice} /> }))}
      problem={choices.length === 0 ? t('target.none') : undefined}
      onPick={onPick}
      onCancel={onCancel}
      onConsider={consider}
    />
  );
}
