/** A picture's legend: its entries below each other, in as many columns as there is room for. */
import { fitLines, textWidth } from '../kit/fit-text';
import type { LegendEntry } from './legend-entry';
import { type Block, beneath, INSET, LEGEND_TEXT, line, mark } from './legend-sample';
import { PAINT } from './paint';
import { element } from './xml';

const { size: SIZE, line: LINE } = LEGEND_TEXT;
/** Of a column, at most. */
const WIDTH = 340;
const MOST_LINES = 3;
/** Between entries, and between columns. */
const [BELOW, BESIDE] = [12, 32];

/** @param room how wide it may be: it is wider where not even one column fits */
export function legendBlock(entries: readonly LegendEntry[], room: number): Block {
  const most = Math.max(1, Math.floor((room + BESIDE) / (WIDTH + BESIDE)));
  const columns = inColumns(entries.map(entryBlock), most).map(stacked);
  const placed = put(columns, BESIDE, 'width');
  const look = { 'font-size': SIZE, fill: PAINT.ink };
  return {
    svg: element('g', look, placed.svg),
    width: placed.length,
    height: Math.max(0, ...columns.map(({ height }) => height)),
  };
}

function entryBlock({ words, sample }: LegendEntry, index: number): Block {
  const sign = mark(sample);
  const inset = sign === undefined ? 0 : INSET;
  const lines = fitLines(words, SIZE, WIDTH - inset, MOST_LINES);
  const more = beneath(sample, WIDTH, `legend-${index}`);
  const below = lines.length * LINE;
  return {
    svg: [
      sign ?? '',
      ...lines.map((text, row) => line(text, inset, (row + 0.5) * LINE)),
      more === undefined ? '' : element('g', { transform: `translate(0 ${below + 2})` }, more.svg),
    ].join(''),
    width: Math.max(more?.width ?? 0, ...lines.map((text) => inset + textWidth(text, SIZE))),
    height: below + (more === undefined ? 0 : more.height + 2),
  };
}

/** As low as they can be without being more than `most`. */
function inColumns(blocks: readonly Block[], most: number): Block[][] {
  const all = blocks.reduce((sum, { height }) => sum + height + BELOW, 0);
  for (let height = all / most; ; height += LINE) {
    const columns = filled(blocks, height);
    if (columns.length <= most) return columns;
  }
}

/** Columns that are as high, or hold one block that is higher. */
function filled(blocks: readonly Block[], most: number): Block[][] {
  const columns: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const column = columns.at(-1);
    room -= block.height + BELOW;
    if (column !== undefined && room >= 0) column.push(block);
    else {
      columns.push([block]);
      room = most - block.height - BELOW;
    }
  }
  return columns;
}

function stacked(blocks: readonly Block[]): Block {
  const placed = put(blocks, BELOW, 'height');
  return { svg: placed.svg, width: Math.max(...blocks.map(({ width }) => width)), height: placed.length };
}

/** One after the other. */
function put(blocks: readonly Block[], gap: number, along: 'width' | 'height') {
  let at = 0;
  const svg = blocks.map((block) => {
    const [x, y] = along === 'width' ? [at, 0] : [0, at];
    at += Math.ceil(block[along]) + gap;
    return element('g', { transform: `translate(${x} ${y})` }, block.svg);
  });
  return { svg: svg.join('\n'), length: Math.max(0, at - gap) };
}
