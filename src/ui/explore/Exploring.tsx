/** Asks, where the element is, what of it to explore: its neighbours by type, or its values to filter by. */
import { useCallback } from 'react';
import { useReactFlow } from 'reactflow';
import { middleOf } from '../../commands/making';
import type { GraphEngine } from '../../engine/graph-engine';
import { useFocusBack } from '../../kit/use-focus-back';
import type { Position } from '../../shared/graph/model';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import type { Exploring as Explored } from '../../store/exploring';
import { cardSize } from '../../store/node-size';
import { NeighbourPicker } from './NeighbourPicker';
import { ValuePicker } from './ValuePicker';

/** Between the element and what is asked of it, in pixels. */
const APART = 8;

interface ExploringProps {
  readonly engine: Pick<GraphEngine, 'query'>;
}

export function Exploring({ engine }: ExploringProps) {
  const exploring = useEditorState((state) => state.exploring);
  return exploring === undefined ? null : (
    <Asking key={`${exploring.asks} ${exploring.id}`} exploring={exploring} engine={engine} />
  );
}

function Asking({ exploring, engine }: ExploringProps & { readonly exploring: Explored }) {
  const { store } = useEditor();
  const { flowToScreenPosition } = useReactFlow();
  const onClose = useCallback(() => store.setState({ exploring: undefined }), [store]);
  useFocusBack();
  const place = placeOf(exploring, store.getState());
  if (place === undefined) return null;
  const { x, y } = flowToScreenPosition(place);
  const at = { x, y: y + APART };
  return exploring.asks === 'neighbours' ? (
    <NeighbourPicker id={exploring.id} at={at} engine={engine} onClose={onClose} />
  ) : (
    <ValuePicker on={exploring.on} id={exploring.id} at={at} onClose={onClose} />
  );
}

/** Below the node, or between the ends of the edge; undefined when it is not there any more. */
function placeOf({ on, id }: Explored, { nodes, edges, labels }: EditorState): Position | undefined {
  const node = nodes.get(id);
  if (on === 'node') return node && { x: node.position.x, y: node.position.y + cardSize(node.label, labels).height };
  const edge = edges.get(id);
  const [source, target] = [nodes.get(edge?.source ?? ''), nodes.get(edge?.target ?? '')];
  if (source === undefined || target === undefined) return undefined;
  const [from, to] = [middleOf(source, labels), middleOf(target, labels)];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}
