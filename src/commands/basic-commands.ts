/** Taking back, deleting, selecting, and moving the view. */
import {
  Keyboard,
  ListChecks,
  Maximize,
  Percent,
  Redo2,
  Scan,
  Search,
  Share2,
  SquareDashed,
  Trash2,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { t } from '../i18n/i18n';
import type { EditorState } from '../store/editor-store';
import type { Command } from './command';
import { deleteElements } from './delete-elements';
import { turnWords } from './step-words';

const hasSelection = ({ selectedNodes, selectedEdges }: EditorState) => selectedNodes.length + selectedEdges.length > 0;
const hasNodes = ({ nodes }: EditorState) => nodes.size > 0;

export const basicCommands: readonly Command[] = [
  {
    id: 'undo',
    title: () => t('commands:undo'),
    group: 'edit',
    icon: Undo2,
    keys: ['Mod+Z'],
    changes: true,
    isEnabled: (state) => state.nextUndo !== undefined,
    titleNow: (state) => turnWords('undo', state),
    run: ({ editor }) => editor.undo(),
  },
  {
    id: 'redo',
    title: () => t('commands:redo'),
    group: 'edit',
    icon: Redo2,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    changes: true,
    isEnabled: (state) => state.nextRedo !== undefined,
    titleNow: (state) => turnWords('redo', state),
    run: ({ editor }) => editor.redo(),
  },
  {
    id: 'delete',
    title: () => t('commands:delete'),
    group: 'edit',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    menus: ['node', 'edge', 'selection'],
    changes: true,
    isEnabled: hasSelection,
    run: ({ editor }) => {
      const { selectedNodes, selectedEdges } = editor.store.getState();
      deleteElements(editor, selectedNodes, selectedEdges);
    },
  },
  {
    id: 'select-all',
    title: () => t('commands:selectAll'),
    group: 'select',
    icon: ListChecks,
    keys: ['Mod+A'],
    menus: ['canvas'],
    isEnabled: hasNodes,
    run: ({ editor, canvas }) => {
      const { nodes, edges } = editor.store.getState();
      canvas.select([...nodes.keys()], [...edges.keys()]);
    },
  },
  {
    id: 'select-none',
    title: () => t('commands:selectNone'),
    group: 'select',
    icon: SquareDashed,
    keys: ['Escape'],
    isEnabled: hasSelection,
    run: ({ canvas }) => canvas.select([]),
  },
  {
    id: 'fit-all',
    title: () => t('commands:fitAll'),
    group: 'view',
    icon: Maximize,
    keys: ['Shift+1'],
    menus: ['canvas'],
    isEnabled: hasNodes,
    run: ({ canvas }) => canvas.show(),
  },
  {
    id: 'fit-selection',
    title: () => t('commands:fitSelection'),
    group: 'view',
    icon: Scan,
    keys: ['Shift+2'],
    menus: ['node', 'selection'],
    isEnabled: ({ selectedNodes }) => selectedNodes.length > 0,
    run: ({ editor, canvas }) => canvas.show(editor.store.getState().selectedNodes),
  },
  {
    id: 'zoom-in',
    title: () => t('commands:zoomIn'),
    group: 'view',
    icon: ZoomIn,
    keys: ['Mod+=', 'Mod++'],
    run: ({ canvas }) => canvas.zoomBy(1.25),
  },
  {
    id: 'zoom-out',
    title: () => t('commands:zoomOut'),
    group: 'view',
    icon: ZoomOut,
    keys: ['Mod+-'],
    run: ({ canvas }) => canvas.zoomBy(0.8),
  },
  {
    id: 'zoom-real',
    title: () => t('commands:zoomReal'),
    group: 'view',
    icon: Percent,
    keys: ['Mod+0'],
    run: ({ canvas }) => canvas.zoomTo(1),
  },
  {
    id: 'open-palette',
    title: () => t('commands:openPalette'),
    group: 'help',
    icon: Search,
    keys: ['Mod+K'],
    whileTyping: true,
    menus: ['node', 'edge', 'selection', 'canvas'],
    run: ({ editor }) => editor.store.setState({ panel: 'palette' }),
  },
  {
    id: 'open-help',
    title: () => t('commands:openHelp'),
    group: 'help',
    icon: Keyboard,
    keys: ['?'],
    run: ({ editor }) => editor.store.setState({ panel: 'help' }),
  },
  {
    id: 'share',
    title: () => t('commands:share'),
    group: 'file',
    icon: Share2,
    isEnabled: ({ endReason }) => endReason === undefined,
    run: ({ editor }) => editor.store.setState({ panel: 'share' }),
  },
];
