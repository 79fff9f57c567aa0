/** Making nodes and edges, and naming them, without a pointer. */
import { Pencil, Spline, SquarePlus } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { EditorState } from '../store/editor-store';
import type { Command } from './command';
import { beginEdge, beginNode, freeSpot, middleOf } from './making';

const selects =
  (count: number) =>
  ({ selectedNodes }: EditorState) =>
    selectedNodes.length === count;

export const createCommands: readonly Command[] = [
  {
    id: 'new-node',
    title: () => t('canvas:newNode'),
    group: 'edit',
    icon: SquarePlus,
    keys: ['N'],
    menus: ['canvas'],
    changes: true,
    run: (context) => beginNode(context, freeSpot(context.canvas.middle(), context.editor.store.getState())),
  },
  {
    id: 'edit-caption',
    title: () => t('canvas:editCaption'),
    group: 'edit',
    icon: Pencil,
    keys: ['Enter', 'F2'],
    menus: ['node'],
    changes: true,
    isEnabled: ({ selectedNodes }) => selectedNodes.length > 0,
    run: ({ editor }) => editor.store.setState(({ selectedNodes }) => ({ captionInEdit: selectedNodes[0] })),
  },
  {
    id: 'connect',
    title: () => t('canvas:connect'),
    group: 'edit',
    icon: Spline,
    keys: ['C'],
    menus: ['node'],
    changes: true,
    isEnabled: selects(1),
    run: ({ editor }) => {
      const [from] = editor.store.getState().selectedNodes;
      if (from !== undefined) editor.store.setState({ making: { asks: 'target', from } });
    },
  },
  {
    id: 'connect-these',
    title: () => t('canvas:connectThese'),
    group: 'edit',
    icon: Spline,
    keys: ['Shift+C'],
    menus: ['selection'],
    changes: true,
    isEnabled: selects(2),
    run: (context) => {
      const { selectedNodes, nodes, labels } = context.editor.store.getState();
      const [from, to] = selectedNodes;
      const row = to === undefined ? undefined : nodes.get(to);
      if (from !== undefined && row !== undefined) beginEdge(context, from, row.id, middleOf(row, labels));
    },
  },
];
