/** Arranging what is selected, or everything. */
import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  ArrowUpToLine,
  CircleDashed,
  LayoutGrid,
  type LucideIcon,
  Network,
  Orbit,
  Waypoints,
} from 'lucide-react';
import { t } from '../i18n/i18n';
import { LAYOUT_KINDS, type LayoutKind } from '../layout/layout-kinds';
import type { Command, CommandContext } from './command';

/** Lays out what is selected, if that is two nodes or more, and everything otherwise. */
export type Arrange = (kind: LayoutKind, context: CommandContext) => void;

const ICONS: Readonly<Record<LayoutKind, LucideIcon>> = {
  force: Waypoints,
  'layered-down': ArrowDownToLine,
  'layered-right': ArrowRightToLine,
  'layered-up': ArrowUpToLine,
  'layered-left': ArrowLeftToLine,
  tree: Network,
  radial: Orbit,
  circle: CircleDashed,
  grid: LayoutGrid,
};

/** Those that menus have; the command palette has all. */
const IN_MENUS: ReadonlySet<LayoutKind> = new Set(['force', 'layered-down', 'tree', 'grid']);

export function layoutCommands(arrange: Arrange): readonly Command[] {
  return LAYOUT_KINDS.map((kind) => ({
    id: `layout-${kind}`,
    title: () => t(`layout:kind.${kind}`),
    group: 'arrange',
    icon: ICONS[kind],
    menus: IN_MENUS.has(kind) ? ['canvas', 'selection'] : [],
    changes: true,
    isEnabled: ({ nodes, arranging }) => nodes.size >= 2 && arranging === undefined,
    run: (context) => arrange(kind, context),
  }));
}
