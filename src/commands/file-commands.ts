/** Files in and out: pictures, the graph as a file, and importing one. Who may only view may take out all the same. */
import { FileDown, FileUp, Image as ImageIcon } from 'lucide-react';
import { t } from '../i18n/i18n';
import { download, fileName } from '../kit/download';
import { graphPicture, type Picture } from '../picture/graph-picture';
import type { LegendEntry } from '../picture/legend-entry';
import { type PictureContent, selectedPart, wholeGraph } from '../picture/picture-content';
import { MOST_PIXELS, pngOf } from '../picture/png';
import { graphFileText } from '../shared/exchange/graph-file';
import type { Editor } from '../store/editor-context';
import { type EditorState, notify } from '../store/editor-store';
import { snapshotOf } from '../store/snapshot-of';
import type { Command } from './command';

const isDrawn = ({ drawn }: EditorState) => drawn;
const hasNodes = ({ nodes }: EditorState) => nodes.size > 0;
const hasSelection = ({ selectedNodes, selectedEdges }: EditorState) => selectedNodes.length + selectedEdges.length > 0;

function saveGraph({ store }: Editor): void {
  const state = store.getState();
  const pieces = [...graphFileText(snapshotOf(state))];
  download(fileName(state.title, 'json'), new Blob(pieces, { type: 'application/json' }));
}

type Part = (state: EditorState) => PictureContent;
type LegendOf = (content: PictureContent) => readonly LegendEntry[];

interface ToSave {
  readonly part: Part;
  readonly legendOf: LegendOf;
}

function saveSvg({ store }: Editor, { part, legendOf }: ToSave): void {
  const content = part(store.getState());
  const { svg } = graphPicture(content, legendOf(content));
  download(fileName(content.title, 'svg'), new Blob([svg], { type: 'image/svg+xml' }));
}

async function savePng({ store }: Editor, { part, legendOf }: ToSave): Promise<void> {
  const content = part(store.getState());
  const { blob, isScaledDown } = await drawn(graphPicture(content, legendOf(content)), store);
  if (blob === undefined) return;
  download(fileName(content.title, 'png'), blob);
  if (isScaledDown) notify(store, t('files:scaledDown', { most: MOST_PIXELS }));
}

/** What cannot be drawn is said. */
async function drawn(picture: Picture, store: Editor['store']) {
  try {
    return await pngOf(picture);
  } catch {
    notify(store, t('files:notDrawn'));
    return { blob: undefined, isScaledDown: false };
  }
}

/** @param legendOf what is told beneath a picture */
export const fileCommands = (legendOf: LegendOf): readonly Command[] => [
  {
    id: 'import-file',
    title: () => t('files:importCommand'),
    group: 'file',
    icon: FileUp,
    keys: ['Mod+O'],
    changes: true,
    isEnabled: isDrawn,
    run: ({ editor }) => editor.store.setState({ panel: 'import' }),
  },
  {
    id: 'export-json',
    title: () => t('files:saveJson'),
    group: 'file',
    icon: FileDown,
    isEnabled: isDrawn,
    run: ({ editor }) => saveGraph(editor),
  },
  {
    id: 'export-png',
    title: () => t('files:savePng'),
    group: 'file',
    icon: ImageIcon,
    keys: ['Mod+Shift+E'],
    menus: ['canvas'],
    isEnabled: hasNodes,
    run: ({ editor }) => void savePng(editor, { part: wholeGraph, legendOf }),
  },
  {
    id: 'export-svg',
    title: () => t('files:saveSvg'),
    group: 'file',
    icon: ImageIcon,
    menus: ['canvas'],
    isEnabled: hasNodes,
    run: ({ editor }) => saveSvg(editor, { part: wholeGraph, legendOf }),
  },
  {
    id: 'export-selection-png',
    title: () => t('files:saveSelectionPng'),
    group: 'file',
    icon: ImageIcon,
    menus: ['selection'],
    isEnabled: hasSelection,
    run: ({ editor }) => void savePng(editor, { part: selectedPart, legendOf }),
  },
  {
    id: 'export-selection-svg',
    title: () => t('files:saveSelectionSvg'),
    group: 'file',
    icon: ImageIcon,
    menus: ['selection'],
    isEnabled: hasSelection,
    run: ({ editor }) => saveSvg(editor, { part: selectedPart, legendOf }),
  },
];
