/**
 * The boxes that the database draws a plan with. All are of one width and stand on a grid, so that where a box stands says
 * which other it belongs to. Every line has to be exactly as the database would have drawn it around what is written in the
 * boxes; otherwise nothing is read from the drawing at all.
 */

export interface PlanGrid {
  readonly columns: number;
  /** The boxes of each row by their column, each with its lines from the top, without its frame. */
  readonly rows: readonly ReadonlyMap<number, readonly string[]>[];
  /** What stands between the parts of a box. */
  readonly rule: string;
}

interface DrawnRow {
  readonly top: string;
  readonly bottom: string;
  readonly boxes: ReadonlyMap<number, readonly string[]>;
}

const TITLE_LINES = 5;
const TITLE = /^││ +(?:Physical|Logical) Plan +││$/u;
/** Free room and the lines that connect boxes through it. Where they are drawn cannot be relied on: some are left out. */
const BETWEEN = /^[ ─│┬┐]*$/u;
const BOX_LINE = /^│ {3}(.*) {3}│$/su;
/** What is left of the room in a box, its frame and its margins taken away. */
const MARGINS = 8;

/** @returns undefined where there is anything unexpected in the drawing */
export function gridOf(text: string): PlanGrid | undefined {
  const lines = text.replace(/\n+$/u, '').split('\n').map(asMeasured);
  const title = lines.slice(0, TITLE_LINES);
  const body = lines.slice(TITLE_LINES);
  const width = title[0]?.length ?? 0;
  const length = body[0]?.length ?? 0;
  const columns = (length + 1) / (width + 1);
  if (width <= MARGINS || !Number.isInteger(columns)) return undefined;
  const isEven = title.every((line) => line.length === width) && body.every((line) => line.length === length);
  if (!isEven || !TITLE.test(title[2] ?? '')) return undefined;
  const rows = rowsOf(body, width, columns);
  if (rows === undefined || !areFramed(rows, width, columns)) return undefined;
  return { columns, rows: rows.map(({ boxes }) => boxes), rule: '-'.repeat(width - MARGINS) };
}

const FILLER = '\0';
const utf8 = new TextEncoder();

/**
 * The database measures text in bytes, and makes less room around what is not ASCII. The line is filled up to what it was
 * measured as, so that columns can be counted in it.
 */
function asMeasured(line: string): string {
  return line.replace(/[^\p{ASCII}─│┌┐└┘┬┴]/gu, (sign) => sign + FILLER.repeat(utf8.encode(sign).length - sign.length));
}

function rowsOf(lines: readonly string[], width: number, columns: number): DrawnRow[] | undefined {
  const places = Array.from({ length: columns }, (_, column) => ({ column, start: column * (width + 1) }));
  const rows: DrawnRow[] = [];
  for (let at = 0; at < lines.length; ) {
    const top = lines[at] ?? '';
    const taken = places.filter(({ start }) => top[start] === '┌');
    const [first] = taken;
    if (first === undefined) return undefined;
    let end = at + 1;
    while (lines[end]?.[first.start] === '│') end++;
    const within = lines.slice(at + 1, end);
    const isClear = places.every((place) => {
      const to = place.start + (taken.includes(place) ? 0 : width);
      return within.every((line) => BETWEEN.test(line.slice(Math.max(0, place.start - 1), to)));
    });
    if (!isClear) return undefined;
    const boxes = new Map<number, string[]>();
    for (const { column, start } of taken) {
      const written = within.flatMap((line) => BOX_LINE.exec(line.slice(start, start + width))?.[1] ?? []);
      if (written.length < within.length) return undefined;
      boxes.set(column, written.map(asWritten));
    }
    rows.push({ top, bottom: lines[end] ?? '', boxes });
    at = end + 1;
  }
  return rows;
}

function asWritten(measured: string): string {
  return measured.replaceAll(FILLER, '').replace(/^ +| +$/gu, '');
}

/** Whether the frames are drawn, and joined above and below, as these boxes have to be. */
function areFramed(rows: readonly DrawnRow[], width: number, columns: number): boolean {
  const joined = (sign: string, left: string, right: string) => {
    const before = Math.floor((width - 3) / 2);
    return `${left}${'─'.repeat(before)}${sign}${'─'.repeat(width - 3 - before)}${right}`;
  };
  const nothing = ' '.repeat(width);
  const through = `${' '.repeat(Math.floor((width - 1) / 2))}│`.padEnd(width);
  return rows.every(({ top, bottom, boxes }, index) => {
    const below = rows[index + 1]?.boxes;
    const places = Array.from({ length: columns }, (_, column) => ({
      isTaken: boxes.has(column),
      goesOn: below?.has(column) === true,
    }));
    const tops = places.map(({ isTaken }) => (isTaken ? joined(index === 0 ? '─' : '┴', '┌', '┐') : nothing));
    const bottoms = places.map(({ isTaken, goesOn }) => {
      if (isTaken) return joined(goesOn ? '┬' : '─', '└', '┘');
      return goesOn ? through : nothing;
    });
    return top === tops.join(' ') && bottom === bottoms.join(' ');
  });
}
