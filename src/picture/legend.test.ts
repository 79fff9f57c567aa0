// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { textWidth } from '../kit/fit-text';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { NO_RULES } from '../store/rule-looks';
import { graphPicture } from './graph-picture';
import type { LegendEntry } from './legend-entry';
import { parsed } from './testing/parsed-picture';

/** A picture of two cards that are so far apart. */
function pictureOf(legend: readonly LegendEntry[], apart = 0) {
  const node = (n: number, x: number) => ({ id: testNodeId(n), label: 'City', position: { x, y: 0 }, properties: {} });
  const looks = { labels: new Map(), edgeTypes: new Map(), measure: undefined, ruled: NO_RULES };
  const content = { ...looks, title: undefined, nodes: [node(1, 0), node(2, apart)], edges: [] };
  const { svg, width, height } = graphPicture(content, legend);
  const document = parsed(svg);
  return { document, told: document.querySelector('#legend'), width, height };
}

const entry = (words: string, sample?: LegendEntry['sample']): LegendEntry => ({ words, sample });

/** Where an element's corner or beginning is on the picture, and how large what is around it is drawn. */
function placeOf(element: Element | null) {
  let [x, y, scale] = [0, 0, 1];
  for (let at = element; at !== null && at.tagName !== 'svg'; at = at.parentElement) {
    const [, dx = 0, dy = 0] = /translate\((\S+) (\S+)\)/u.exec(at.getAttribute('transform') ?? '')?.map(Number) ?? [];
    const by = Number(/scale\((\S+)\)/u.exec(at.getAttribute('transform') ?? '')?.[1] ?? 1);
    const own = (name: string) => (at === element ? Number(at.getAttribute(name) ?? 0) : 0);
    [x, y, scale] = [dx + by * (x + own('x')), dy + by * (y + own('y')), scale * by];
  }
  return { x, y, scale };
}

const textsIn = (told: Element | null) => Array.from(told?.querySelectorAll('text') ?? []);
const wordsIn = (told: Element | null) => textsIn(told).map(({ textContent }) => textContent);

test('where nothing is told, there is no legend and no room for one', () => {
  const { told, height } = pictureOf([]);
  expect(told).toBeNull();
  expect(height).toBe(64 + 80);
});

test('colours and icons stand before their words', () => {
  const { told } = pictureOf([
    entry('City: colour Red', { kind: 'color', color: '#b5563f' }),
    entry('City: icon house', { kind: 'icon', icon: 'house' }),
  ]);
  expect(wordsIn(told)).toEqual(['City: colour Red', 'City: icon house']);
  expect(told?.querySelector('rect')?.getAttribute('fill')).toBe('#b5563f');
  expect(told?.querySelectorAll('svg path').length).toBe(2);
  for (const text of textsIn(told)) expect(Number(text.getAttribute('x'))).toBeGreaterThan(12);
});

test('values are listed with their colours, words on others without', () => {
  const values = [
    { words: 'Europe', color: '#3a6cc8' },
    { words: '<Asia> & more', color: '#b8560f' },
    { words: 'Others', color: undefined },
  ];
  const { told } = pictureOf([entry('colour by continent', { kind: 'values', values })]);
  expect(wordsIn(told)).toEqual(['colour by continent', 'Europe', '<Asia> & more', 'Others']);
  expect(Array.from(told?.querySelectorAll('rect') ?? [], (rect) => rect.getAttribute('fill'))).toEqual([
    '#3a6cc8',
    '#b8560f',
  ]);
});

test('a ramp goes through its colours, above its numbers; each has one of its own', () => {
  const ramp = (...colors: string[]) => ({ kind: 'ramp', colors, ticks: ['1', '2', '9'] }) as const;
  const { document, told } = pictureOf([
    entry('a', ramp('#111111', '#222222', '#333333')),
    entry('b', ramp('#444444')),
  ]);
  const gradients = Array.from(document.querySelectorAll('linearGradient'), (gradient) => ({
    fill: `url(#${gradient.id})`,
    stops: Array.from(gradient.querySelectorAll('stop'), (stop) => [
      stop.getAttribute('offset'),
      stop.getAttribute('stop-color'),
    ]),
  }));
  expect(new Set(gradients.map(({ fill }) => fill)).size).toBe(2);
  expect(gradients.map(({ stops }) => stops)).toEqual([
    [
      ['0', '#111111'],
      ['0.5', '#222222'],
      ['1', '#333333'],
    ],
    [['0', '#444444']],
  ]);
  const bars = Array.from(told?.querySelectorAll('rect') ?? [], (rect) => rect.getAttribute('fill'));
  expect(bars).toEqual(gradients.map(({ fill }) => fill));
  expect(wordsIn(told)).toEqual(['a', '1', '2', '9', 'b', '1', '2', '9']);
});

test('the numbers of a scale do not touch', () => {
  const ticks = ['1,130,000,000', '3,597,500,000', '14,000,000,000'] as const;
  const { told } = pictureOf([entry('colour', { kind: 'ramp', colors: ['#111111', '#222222'], ticks })]);
  const [least, middle, most] = textsIn(told)
    .slice(1)
    .map((text) => ({ x: Number(text.getAttribute('x')), width: textWidth(text.textContent ?? '', 12) }));
  const [from, to] = [(middle?.x ?? 0) - (middle?.width ?? 0) / 2, (middle?.x ?? 0) + (middle?.width ?? 0) / 2];
  // Fonts have figures that are broader than was estimated.
  const broader = 1.15;
  expect(from).toBeGreaterThan(broader * (least?.width ?? 0));
  expect(to).toBeLessThan((most?.x ?? 0) - broader * (most?.width ?? 0));
});

test.each([
  ['cards', 'max'],
  ['lines', 'middle'],
] as const)('%s go from small to large beside each other', (kind, on) => {
  const marks = [1, 3, 5].map((size) => ({ width: 4 * size, height: size }));
  const { told } = pictureOf([entry('size', { kind, marks, ticks: ['1', '2', '9'] })]);
  const drawn = Array.from(told?.querySelectorAll('rect') ?? [], (rect) => {
    const of = (name: string) => Number(rect.getAttribute(name));
    return { x: of('x'), y: of('y'), width: of('width'), height: of('height') };
  });
  expect(drawn.map(({ width, height }) => ({ width, height }))).toEqual(marks);
  const grounds = drawn.map(({ y, height }) => (on === 'max' ? y + height : y + height / 2));
  expect(new Set(grounds).size).toBe(1);
  for (const [at, { x, width }] of drawn.slice(0, -1).entries()) expect(drawn[at + 1]?.x).toBeGreaterThan(x + width);
});

test('beneath a tiny graph it is one column, and all of it on the paper', () => {
  const legend = Array.from({ length: 12 }, (_, n) => entry(`Rule ${n}: something that takes more room than a card`));
  const { told, width, height } = pictureOf(legend);
  const places = textsIn(told).map(placeOf);
  expect(new Set(places.map(({ x }) => x))).toEqual(new Set([0]));
  expect(Math.min(...places.map(({ y }) => y))).toBeGreaterThan(64);
  // Paper begins above the cards, by its margin, which is beneath the legend, too.
  expect(Math.max(...places.map(({ y }) => y))).toBeLessThan(height - 40 - 40);
  for (const text of textsIn(told)) {
    expect(placeOf(text).x + textWidth(text.textContent ?? '', 13)).toBeLessThanOrEqual(width - 40 - 40);
  }
});

test('beneath a wide graph it is in columns, from the left and in order, and grows with the graph', () => {
  const legend = Array.from({ length: 12 }, (_, n) => entry(`Rule ${n}`));
  const columnsOf = (apart: number) => {
    const { told, width } = pictureOf(legend, apart);
    const places = textsIn(told).map(placeOf);
    const columns = [...new Set(places.map(({ x }) => x))].map((at) => places.filter(({ x }) => x === at));
    for (const column of columns) {
      const heights = column.map(({ y }) => y);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }
    return { columns, width, words: wordsIn(told), scale: places[0]?.scale };
  };
  const [wide, wider] = [columnsOf(1200), columnsOf(12_000)];
  for (const { columns, words } of [wide, wider]) {
    expect(columns.map(({ length }) => length)).toEqual([4, 4, 4]);
    expect(words).toEqual(legend.map((each) => each.words));
  }
  expect(wide.scale).toBe(1);
  expect(wider.scale).toBeCloseTo(12_280 / 1480);
  expect(wide.width).toBe(1200 + 200 + 80);
});

test('where entries are not spread evenly, columns are higher and not more than there is room for', () => {
  const { told } = pictureOf(
    Array.from({ length: 4 }, (_, n) => entry(`Rule ${n}`)),
    1200,
  );
  expect(new Set(textsIn(told).map((text) => placeOf(text).x)).size).toBe(2);
});

test('long words take some lines, and are cut where that is not enough', () => {
  const long = 'City where the name of the mayor contains “Something quite long that someone typed”: colour by';
  const { told } = pictureOf([entry(`${long} people`), entry(`${long} ${'people '.repeat(40)}`)], 3000);
  const words = wordsIn(told);
  expect(words).toHaveLength(6);
  expect(words.slice(0, 3).join(' ')).toBe(`${long} people`);
  expect(words[5]).toMatch(/…$/u);
  for (const line of words) expect(textWidth(line ?? '', 13)).toBeLessThanOrEqual(340);
});
