/** Asks for what is not clear yet of the node or edge that the person is making, where it is to be. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useReactFlow } from 'reactflow';
import { useCommands } from '../../commands/commands-context';
import { middleOf, reverseEdge, stopMaking, takeEdgeType, takeEnd, takeLabel, takeTarget } from '../../commands/making';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import type { Making } from '../../store/making';
import { EdgeTypePicker } from '../../ui/edge-type-picker/EdgeTypePicker';
import { LabelPicker } from '../../ui/label-picker/LabelPicker';
import { TargetPicker } from '../../ui/target-picker/TargetPicker';
import { useFocusBack } from './use-focus-back';

function Asking({ making }: { making: Making }) {
  const { context } = useCommands();
  const { t } = useTranslation('elements');
  const { flowToScreenPosition } = useReactFlow();
  const onCancel = useCallback(() => stopMaking(context), [context]);
  const onReverse = useCallback(() => reverseEdge(context), [context]);
  useFocusBack();
  if (making.asks === 'target') {
    const { nodes, labels } = context.editor.store.getState();
    const row = nodes.get(making.from);
    if (row === undefined) return null;
    const at = flowToScreenPosition(middleOf(row, labels));
    return (
      <TargetPicker from={making.from} at={at} onPick={(target) => takeTarget(context, target)} onCancel={onCancel} />
    );
  }
  if (making.asks === 'end') {
    const { nodes, edges, labels } = context.editor.store.getState();
    const row = nodes.get(edges.get(making.edge)?.[making.end] ?? '');
    if (row === undefined) return null;
    const at = flowToScreenPosition(middleOf(row, labels));
    const title = t(making.end === 'source' ? 'sourceTitle' : 'targetTitle');
    return (
      <TargetPicker from={row.id} at={at} title={title} onPick={(node) => takeEnd(context, node)} onCancel={onCancel} />
    );
  }
  const at = flowToScreenPosition(making.point);
  if (making.asks === 'label') {
    return <LabelPicker at={at} onPick={(label, isNew) => takeLabel(context, label, isNew)} onCancel={onCancel} />;
  }
  return (
    <EdgeTypePicker
      source={making.from}
      target={making.to}
      at={at}
      onPick={(type, isNew) => takeEdgeType(context, type, isNew)}
      onCancel={onCancel}
      onReverse={typeof making.to === 'string' ? onReverse : undefined}
    />
  );
}

export function MakingPicker() {
  const making = useEditorState((state) => state.making);
  const editable = useEditorState(mayEdit);
  return making === undefined || !editable ? null : <Asking making={making} />;
}
