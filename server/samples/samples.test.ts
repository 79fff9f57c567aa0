/** The committed sample graphs: that they open, hold what they promise, and can be read on the canvas. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { must } from '../../src/shared/assert';
import { applyPatch } from '../../src/shared/graph/apply-patch';
import { Graph } from '../../src/shared/graph/graph';
import type { GraphNode } from '../../src/shared/graph/model';
import { foldName } from '../../src/shared/graph/names';
import { type Sample, sampleSchema } from './sample';

const CARD = { width: 200, height: 64 };
const OPS_PER_PATCH = 500;

const directory = new URL('./data/', import.meta.url);
const files = new Map(
  readdirSync(directory).map((name): [string, unknown] => [
    name,
    JSON.parse(readFileSync(new URL(name, directory), 'utf8')),
  ]),
);
const samples = new Map(
  Array.from(files.values(), (file) => sampleSchema.parse(file)).map((sample) => [sample.id, sample]),
);

test('there are two samples to choose from', () => {
  expect([...files.keys()].sort()).toEqual(['les-miserables.json', 'world.json']);
});

describe.each([...samples.values()])('$id', (sample) => {
  const graph = replay(sample);
  const nodes = Array.from(graph.entries('node'), ([, node]) => node);

  test('its file is in the shape it is read in, with nothing left for the reader to change', () => {
    expect(files.get(`${sample.id}.json`)).toEqual(sample);
  });

  test('every patch applies to an empty graph in order, with no op moot', () => {
    const fresh = new Graph();
    for (const ops of sample.patches) {
      expect(ops.length).toBeLessThanOrEqual(OPS_PER_PATCH);
      expect(applyPatch(fresh, ops)).toMatchObject({ status: 'applied', skipped: [] });
    }
  });

  test('it names itself and its sources', () => {
    expect(graph.get('info', 'info')?.title).toBe(sample.title);
    expect(sample.attribution).toMatch(/https:\/\//);
  });

  test('every node has the property that is its caption', () => {
    for (const node of nodes) {
      const { style } = must(graph.get('label', foldName(node.label)), node.label);
      expect(node.properties.get(must(style.caption, `the caption of ${node.label}`))).toMatch(/\S/);
    }
  });

  test('every colour stands out from a light and a dark canvas, and no two are the same', () => {
    const types = [...graph.entries('label'), ...graph.entries('edgeType')].map(([, type]) => type);
    const colors = types.map((type) => must(type.style.color, `the colour of ${type.name}`));
    expect(new Set(colors).size).toBe(colors.length);
    for (const color of colors) {
      expect(contrast(color, '#ffffff'), `${color} on white`).toBeGreaterThan(3);
      expect(contrast(color, '#16181d'), `${color} on near-black`).toBeGreaterThan(3);
    }
  });

  test('no two cards overlap', () => {
    expect(overlaps(nodes)).toEqual([]);
  });

  test('positions are whole numbers around (0, 0), in the proportions of a screen', () => {
    const xs = nodes.map(({ position }) => position.x);
    const ys = nodes.map(({ position }) => position.y);
    expect([...xs, ...ys].every(Number.isInteger)).toBe(true);
    const [left, right] = [Math.min(...xs), Math.max(...xs) + CARD.width];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys) + CARD.height];
    expect(Math.abs(left + right)).toBeLessThanOrEqual(2);
    expect(Math.abs(top + bottom)).toBeLessThanOrEqual(2);
    const proportion = (right - left) / (bottom - top);
    expect(proportion).toBeGreaterThan(1.4);
    expect(proportion).toBeLessThan(1.9);
  });
});

describe('world', () => {
  const graph = replay(must(samples.get('world'), 'world'));

  test('has the countries of the world, their regions, languages and currencies', () => {
    expect(countBy(graph, 'node')).toEqual({ Country: 250, Region: 6, Subregion: 24, Language: 153, Currency: 162 });
    expect(countBy(graph, 'edge')).toEqual({ BORDERS: 648, IN_REGION: 274, SPEAKS: 412, USES: 275 });
  });

  test('has every border once in each direction, and no country borders on itself', () => {
    const borders = Array.from(graph.entries('edge'), ([, edge]) => edge).filter((edge) => edge.type === 'BORDERS');
    const stored = new Set(borders.map(({ source, target }) => `${source} ${target}`));
    expect(stored.size).toBe(borders.length);
    expect(borders.filter(({ source, target }) => !stored.has(`${target} ${source}`))).toEqual([]);
    expect(borders.filter(({ source, target }) => source === target)).toEqual([]);
  });

  test('knows the facts of a country, each in its type', () => {
    const nepal = Array.from(graph.entries('node'), ([, node]) => node).find(
      (node) => node.label === 'Country' && node.properties.get('code') === 'NPL',
    );
    expect(Object.fromEntries(must(nepal, 'Nepal').properties)).toEqual({
      name: 'Nepal',
      officialName: 'Federal Democratic Republic of Nepal',
      capital: 'Kathmandu',
      code: 'NPL',
      isoNumber: 524,
      flag: '🇳🇵',
      area: 147181,
      latitude: 28,
      longitude: 84,
      independent: true,
      unMember: true,
      landlocked: true,
    });
  });

  test('every country is in a region, by way of its subregion or directly', () => {
    const up = new Map<string, string>();
    for (const [, edge] of graph.entries('edge')) if (edge.type === 'IN_REGION') up.set(edge.source, edge.target);
    for (const [id, node] of graph.entries('node')) {
      if (node.label !== 'Country') continue;
      const parent = must(up.get(id), 'a region');
      expect(graph.get('node', up.get(parent) ?? parent)?.label).toBe('Region');
    }
  });

  test('looks like a map: neighbours that are north, south, east or west on the globe are so on the canvas', () => {
    const at = new Map(Array.from(graph.entries('node'), ([, node]) => [node.properties.get('name'), node.position]));
    const place = (name: string) => must(at.get(name), name);
    expect(place('Norway').y).toBeLessThan(place('Italy').y);
    expect(place('Italy').y).toBeLessThan(place('Nigeria').y);
    expect(place('Nigeria').y).toBeLessThan(place('South Africa').y);
    expect(place('Canada').y).toBeLessThan(place('Argentina').y);
    expect(place('Peru').x).toBeLessThan(place('Nigeria').x);
    expect(place('Nigeria').x).toBeLessThan(place('India').x);
    expect(place('India').x).toBeLessThan(place('Japan').x);
    expect(place('Portugal').x).toBeLessThan(place('Ukraine').x);
  });

  test('says that the data is under the Open Database License', () => {
    expect(samples.get('world')?.attribution).toMatch(/github\.com\/mledoze\/countries.*Open Database License/);
  });
});

describe('les-miserables', () => {
  const graph = replay(must(samples.get('les-miserables'), 'les-miserables'));

  test('has the 77 characters and their 254 meetings', () => {
    expect(countBy(graph, 'node')).toEqual({ Character: 77 });
    expect(countBy(graph, 'edge')).toEqual({ APPEARS_WITH: 254 });
  });

  test('its weights are those of the Stanford GraphBase', () => {
    const edges = Array.from(graph.entries('edge'), ([, edge]) => edge);
    const nameOf = (id: string) => graph.get('node', id)?.properties.get('name');
    const total = edges.reduce((sum, edge) => sum + Number(edge.properties.get('weight')), 0);
    expect(total).toBe(820);
    const strongest = must(
      edges.find((edge) => edge.properties.get('weight') === 31),
      'the strongest',
    );
    expect([nameOf(strongest.source), nameOf(strongest.target)].sort()).toEqual(['Cosette', 'Valjean']);
  });

  test('its names are written with spaces', () => {
    const names = Array.from(graph.entries('node'), ([, node]) => node.properties.get('name'));
    expect(names).toEqual(expect.arrayContaining(['Mlle. Baptistine', 'Mother Innocent', 'Countess de Lo', 'Child 1']));
    expect(names.filter((name) => /\p{Ll}[\p{Lu}\d]|\.\S/u.test(String(name)))).toEqual([]);
  });

  test('its groups stand together: most characters are nearest to the middle of their own large group', () => {
    const nodes = Array.from(graph.entries('node'), ([, node]) => node);
    const groups = new Map<unknown, GraphNode[]>();
    for (const node of nodes) {
      const group = node.properties.get('community');
      groups.set(group, [...(groups.get(group) ?? []), node]);
    }
    const large = [...groups].filter(([, members]) => members.length >= 10);
    const middles = large.map(([group, members]) => ({
      group,
      x: mean(members.map((node) => node.position.x)),
      y: mean(members.map((node) => node.position.y)),
    }));
    const members = large.flatMap(([, of]) => of);
    const atHome = members.filter(({ position, properties }) => {
      const distance = (middle: { x: number; y: number }) => Math.hypot(middle.x - position.x, middle.y - position.y);
      const nearest = middles.reduce((best, middle) => (distance(middle) < distance(best) ? middle : best));
      return nearest.group === properties.get('community');
    });
    expect(atHome.length / members.length).toBeGreaterThan(0.85);
  });
});

function replay(sample: Sample): Graph {
  const graph = new Graph();
  for (const ops of sample.patches) applyPatch(graph, ops);
  return graph;
}

/** How many nodes of each label, or edges of each type, there are. */
function countBy(graph: Graph, kind: 'node' | 'edge'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, element] of graph.entries(kind)) {
    const name = 'label' in element ? element.label : element.type;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The pairs of nodes whose cards overlap, by caption. */
function overlaps(nodes: readonly GraphNode[]): string[] {
  return nodes.flatMap((a, i) =>
    nodes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.abs(a.position.x - b.position.x) < CARD.width && Math.abs(a.position.y - b.position.y) < CARD.height,
      )
      .map((b) => `${a.properties.get('name')} and ${b.properties.get('name')}`),
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}

/** Contrast of two `#rrggbb` colours, from 1 to 21 (WCAG 2). */
function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (must(lighter, 'a colour') + 0.05) / (must(darker, 'a colour') + 0.05);
}

function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
