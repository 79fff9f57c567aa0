/** Lining up what is selected. */
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
} from 'lucide-react';
import { t } from '../i18n/i18n';
import { ALIGNMENTS, type Alignment, type Axis, aligned, type Cards, distributed } from '../layout/align';
import type { NodeId, Position } from '../shared/graph/model';
import { LIMITS } from '../shared/limits';
import type { Editor } from '../store/editor-context';
import { notify } from '../store/editor-store';
import { cardOf } from '../store/node-look';
import type { Command } from './command';
import { sayLocked } from './lock-commands';
import { moveOps, newPlaces } from './move-ops';

type Places = ReadonlyMap<NodeId, Position>;

const LOOKS: Readonly<Record<Alignment, { readonly icon: LucideIcon; readonly key: string }>> = {
  left: { icon: AlignStartVertical, key: 'Alt+A' },
  centre: { icon: AlignCenterVertical, key: 'Alt+H' },
  right: { icon: AlignEndVertical, key: 'Alt+D' },
  top: { icon: AlignStartHorizontal, key: 'Alt+W' },
  middle: { icon: AlignCenterHorizontal, key: 'Alt+V' },
  bottom: { icon: AlignEndHorizontal, key: 'Alt+S' },
};

const AXES: readonly { readonly axis: Axis; readonly icon: LucideIcon }[] = [
  { axis: 'x', icon: AlignHorizontalDistributeCenter },
  { axis: 'y', icon: AlignVerticalDistributeCenter },
];

function moveSelection({ store, edit }: Editor, to: (cards: Cards) => Places): void {
  const state = store.getState();
  const { selectedNodes, nodes, lockedNodes, limits } = state;
  const rows = selectedNodes.flatMap((id) => nodes.get(id) ?? []);
  const cards = new Map(rows.map((row) => [row.id, { ...row.position, ...cardOf(row, state) }]));
  const places = newPlaces(to(cards), nodes);
  // Others line up with what is locked; it does not line up with them.
  const ops = moveOps(new Map([...places].filter(([id]) => !lockedNodes.has(id))));
  sayLocked(store, places.size - ops.length);
  const most = limits?.opsPerPatch ?? LIMITS.opsPerPatch;
  if (ops.length > most) notify(store, t('layout:tooMany', { count: ops.length, most }));
  else if (ops.length > 0) void edit(ops);
}

export const alignCommands: readonly Command[] = [
  ...ALIGNMENTS.map(
    (alignment): Command => ({
      id: `align-${alignment}`,
      title: () => t(`layout:align.${alignment}`),
      group: 'arrange',
      icon: LOOKS[alignment].icon,
      keys: [LOOKS[alignment].key],
      menus: ['selection'],
      changes: true,
      isEnabled: ({ selectedNodes }) => selectedNodes.length >= 2,
      run: ({ editor }) => moveSelection(editor, (cards) => aligned(alignment, cards)),
    }),
  ),
  ...AXES.map(
    ({ axis, icon }): Command => ({
      id: `distribute-${axis}`,
      title: () => t(`layout:distribute.${axis}`),
      group: 'arrange',
      icon,
      menus: ['selection'],
      changes: true,
      isEnabled: ({ selectedNodes }) => selectedNodes.length >= 3,
      run: ({ editor }) => moveSelection(editor, (cards) => distributed(axis, cards)),
    }),
  ),
];
