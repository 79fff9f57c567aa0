// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import fc from 'fast-check';
import { Circle, Heart, House, type LucideIcon } from 'lucide-react';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { coursePath } from '../kit/edge-geometry';
import { applyPatch } from '../shared/graph/apply-patch';
import { ChangeCollector } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import { foldName } from '../shared/graph/names';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, SCHEMA_OPS, testEdgeId, testNodeId, testRuleId } from '../shared/graph/ops.arbitrary';
import { captionOf } from '../store/caption';
import { createEditorStore, takeRowUpdate, takeSchemaChanges } from '../store/editor-store';
import { measureOf } from '../store/measure';
import { LEGEND_COLORS } from '../store/measure-scale';
import { NODE_SIZE } from '../store/node-size';
import type { NodeRow } from '../store/rows';
import { rowsOf } from '../store/testing/rows-of-graph';
import { graphPicture } from './graph-picture';
import { selectedPart, wholeGraph } from './picture-content';
import { parsed } from './testing/parsed-picture';

const [ANN, BO, CY] = [testNodeId(1), testNodeId(2), testNodeId(3)];

function stateOf(...patches: (readonly Op[])[]) {
  const [store, graph] = [createEditorStore(), new Graph()];
  for (const ops of patches) {
    const outcome = applyPatch(graph, ops);
    if (outcome.status !== 'applied') continue;
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    takeSchemaChanges(store, collector.changesTo(graph));
  }
  takeRowUpdate(store, rowsOf(graph));
  return store.getState();
}

const person = (nodeId: string, name: string, x = 0): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x, y: 0 },
  properties: { name },
});
const knows = (n: number, source: string, target: string): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type: 'KNOWS',
  source,
  target,
  properties: {},
});

const ICONS: Readonly<Record<string, LucideIcon>> = { house: House, heart: Heart };
const iconRule = (icon: string): Op => ({
  op: 'put_rule',
  rule: { id: testRuleId(1), rank: 1, on: 'node', look: { set: 'icon', icon } },
});

const cards = (document: Document) => Array.from(document.querySelectorAll('g'));
const captionsIn = (document: Document) => cards(document).map((card) => card.querySelector('title')?.textContent);

describe('a picture', () => {
  test('has the card of each node where the node is, with its caption and label', () => {
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, [person(ANN, 'Ann', 30)]))).svg);
    const [card] = cards(document);
    expect(card?.getAttribute('transform')).toBe('translate(30 0)');
    expect(Array.from(card?.querySelectorAll('text') ?? [], (text) => text.textContent)).toEqual(['Ann', 'Person']);
  });

  test('draws each edge on the way it has on the canvas: side by side, there and back, and as a loop', () => {
    const ops = [person(ANN, 'Ann'), person(BO, 'Bo', 400), knows(1, ANN, BO), knows(2, BO, ANN), knows(3, ANN, ANN)];
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, ops))).svg);
    const [left, right] = [
      { x: 0, y: 0, ...NODE_SIZE },
      { x: 400, y: 0, ...NODE_SIZE },
    ];
    const paths = Array.from(document.querySelectorAll('path[marker-end]'), (path) => path.getAttribute('d'));
    expect(paths).toEqual([
      coursePath({ source: ANN, target: BO, lane: 0, lanes: 2 }, left, right).path,
      coursePath({ source: BO, target: ANN, lane: 1, lanes: 2 }, right, left).path,
      coursePath({ source: ANN, target: ANN, lane: 0, lanes: 1 }, left, left).path,
    ]);
  });

  test('ends every edge with a head that is defined', () => {
    const colored: Op = { op: 'create_edge_type', type: 'RED', properties: {}, style: { color: '#ff0000' } };
    const red: Op = { op: 'create_edge', edgeId: testEdgeId(2), type: 'RED', source: ANN, target: ANN, properties: {} };
    const ops = [colored, person(ANN, 'Ann'), knows(1, ANN, ANN), red];
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, ops))).svg);
    const heads = Array.from(document.querySelectorAll('marker'), ({ id }) => `url(#${id})`);
    const used = Array.from(document.querySelectorAll('path[marker-end]'), (path) => path.getAttribute('marker-end'));
    expect(new Set(used).size).toBe(2);
    for (const head of used) expect(heads).toContain(head);
  });

  test('has the icon of an edge’s type before its name, turned like it', () => {
    const styled: Op = { op: 'set_style', on: 'edge', of: 'KNOWS', style: { icon: 'heart', color: '#ff0000' } };
    const ops = [styled, person(ANN, 'Ann'), person(BO, 'Bo', 400), knows(1, ANN, BO)];
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, ops))).svg);
    const name = Array.from(document.querySelectorAll('text')).find(({ textContent }) => textContent === 'KNOWS');
    const icon = document.querySelector('svg svg[stroke="#ff0000"]');
    const [left, width] = ['x', 'width'].map((key) => Number(icon?.getAttribute(key)));
    expect(Number(name?.getAttribute('x'))).toBeGreaterThan((left ?? 0) + (width ?? 0));
    expect(icon?.parentElement?.getAttribute('transform')).toBe(name?.getAttribute('transform'));
  });

  test('cuts a long caption to the card, and has all of it as its title', () => {
    const long = 'A very long caption that no card could ever hold in one line';
    const [card] = cards(parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, [person(ANN, long)]))).svg));
    const shown = card?.querySelector('text')?.textContent ?? '';
    expect(shown).toMatch(/^A very long .*…$/u);
    expect(shown.length).toBeLessThan(25);
    expect(card?.querySelector('title')?.textContent).toBe(long);
  });

  test.each([
    ['</title><script>alert(1)</script>'],
    ['" onload="alert(1)'],
    [']]> & &amp; <!-- -- >'],
    ["'\t\n\r'"],
    ['<?xml version="1.0"?>'],
  ])('keeps %j text', (hostile) => {
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, [person(ANN, hostile)]))).svg);
    expect(captionsIn(document).map((text) => text?.replaceAll('\r', '\n'))).toEqual([hostile.replaceAll('\r', '\n')]);
    expect(document.querySelectorAll('script, [onload]')).toHaveLength(0);
  });

  test('shows what a measure shows on the canvas: its colour or size, and its value', () => {
    const state = stateOf(SCHEMA_OPS, [person(ANN, 'Ann'), person(BO, 'Bo', 400)]);
    const setting = { algorithm: 'degree', scope: 'all', selected: new Set<string>(), edgeTypes: undefined } as const;
    const measure = measureOf({
      setting: { ...setting, directed: true, weight: undefined },
      values: new Map([
        [ANN, 0.125],
        [BO, 7],
      ]),
      isGroups: false,
      edges: 0,
      leftOut: 0,
      show: 'size',
      revision: 0,
    });
    const asSizes = cards(parsed(graphPicture({ ...wholeGraph(state), measure }).svg));
    const widths = asSizes.map((card) => card.querySelector('rect')?.getAttribute('width'));
    expect(widths).toEqual(['128', '340']);
    expect(asSizes[0]?.textContent).toContain('0.125 · Ann');
    const asColors = graphPicture({ ...wholeGraph(state), measure: { ...measure, show: 'color' } }).svg;
    for (const color of [LEGEND_COLORS.at(0), LEGEND_COLORS.at(-1)]) expect(asColors).toContain(`fill="${color}"`);
  });

  test.each([
    ['its label', {}, 'house'],
    ['a rule, over that', { rule: 'heart' }, 'heart'],
    ['nothing: a dot', { label: undefined }, 'circle'],
    ['a newer version: a dot', { rule: 'of-a-newer-version' }, 'circle'],
  ])('has on the tile the icon of %s, as it is on the canvas', (_, given, name) => {
    const { label, rule }: { label?: string | undefined; rule?: string } = { label: 'house', ...given };
    const styled: readonly Op[] = [
      ...(label === undefined ? [] : [{ op: 'set_style', on: 'node', of: 'Person', style: { icon: label } } as const]),
      ...(rule === undefined ? [] : [iconRule(rule)]),
      person(ANN, 'Ann'),
    ];
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, styled))).svg);
    const drawn = cards(document)[0]?.querySelector('svg');
    const shapes = (of: Element | null | undefined) =>
      Array.from(of?.children ?? [], ({ tagName, attributes }) => [
        tagName,
        Object.fromEntries(Array.from(attributes, (each) => [each.name, each.value])),
      ]);
    const { container } = render(createElement(ICONS[name] ?? Circle));
    expect(shapes(drawn)).toEqual(shapes(container.firstElementChild));
    expect(drawn?.children.length).toBeGreaterThan(0);
    // In the middle of the tile.
    const [tile, place] = [cards(document)[0]?.querySelectorAll('rect')[1], drawn].map((each) => {
      const of = (attribute: string) => Number(each?.getAttribute(attribute));
      return { x: of('x') + of('width') / 2, y: of('y') + of('height') / 2 };
    });
    expect(place).toEqual(tile);
  });

  test('replaces what XML cannot have', () => {
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, [person(ANN, 'a\u0000b\u001b\uffff')]))).svg);
    expect(captionsIn(document)).toEqual(['a\ufffdb\ufffd\ufffd']);
  });

  test.each([
    ['small', { width: 160, height: 48 }, ['Ann']],
    ['large', { width: 260, height: 88 }, ['Ann', 'Person']],
  ] as const)('draws the cards of a %s label so, and edges to their borders', (size, card, words) => {
    const restyled: Op = { op: 'set_style', on: 'node', of: 'Person', style: { size } };
    const ops = [restyled, person(ANN, 'Ann'), person(BO, 'Bo', 400), knows(1, ANN, BO)];
    const document = parsed(graphPicture(wholeGraph(stateOf(SCHEMA_OPS, ops))).svg);
    const [first] = cards(document);
    const [whole, tile] = Array.from(first?.querySelectorAll('rect') ?? [], (rect) => ({
      width: Number(rect.getAttribute('width')),
      height: Number(rect.getAttribute('height')),
    }));
    expect(whole).toEqual(card);
    expect(tile?.height).toBeLessThan(card.height);
    expect(Array.from(first?.querySelectorAll('text') ?? [], (text) => text.textContent)).toEqual(words);
    expect(document.querySelector('path[marker-end]')?.getAttribute('d')).toBe(
      `M${card.width} ${card.height / 2}L400 ${card.height / 2}`,
    );
  });

  test('is as large as the graph with paper around it', () => {
    const { width, height } = graphPicture(
      wholeGraph(stateOf(SCHEMA_OPS, [person(ANN, 'Ann', -100), person(BO, 'Bo', 300)])),
    );
    expect([width, height]).toEqual([600 + 80, 64 + 80]);
  });
});

describe('a picture of the selection', () => {
  const ops = [person(ANN, 'Ann'), person(BO, 'Bo'), person(CY, 'Cy'), knows(1, ANN, BO), knows(2, BO, CY)];
  const state = stateOf(SCHEMA_OPS, ops);
  const idsIn = (selectedNodes: string[], selectedEdges: string[]) => {
    const { nodes, edges } = selectedPart({ ...state, selectedNodes, selectedEdges });
    return [nodes, edges].map((elements) => elements.map(({ id }) => id));
  };

  test('has the selected nodes and the edges among them, none that leads away', () => {
    expect(idsIn([ANN, BO], [testEdgeId(1), testEdgeId(2)])).toEqual([[ANN, BO], [testEdgeId(1)]]);
  });

  test('has the ends of edges that are selected alone', () => {
    expect(idsIn([], [testEdgeId(2)])).toEqual([[BO, CY], [testEdgeId(2)]]);
  });
});

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<&>"\'', '\u202e<b>', '組子\u0007', '🙂'));

test('property: the picture of any graph is well-formed and has every caption', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOps, { maxLength: 12 }), fc.array(text, { maxLength: 5 }), (patches, names) => {
      const named = names.map((name, n) => [person(testNodeId(50 + n), name)]);
      const state = stateOf(SCHEMA_OPS, ...patches, ...named);
      const document = parsed(graphPicture(wholeGraph(state)).svg);
      const captionOfRow = (row: NodeRow) =>
        captionOf(state.labels.get(foldName(row.label)), row.properties) ?? row.label;
      // What XML cannot have is replaced, and a reader makes one of all line ends.
      const comparable = (given: string | null | undefined) =>
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
        given?.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd').replace(/\r\n?/gu, '\n');
      expect(captionsIn(document).map(comparable)).toEqual(
        Array.from(state.nodes.values(), (row) => comparable(captionOfRow(row))),
      );
      expect(document.querySelectorAll('path[marker-end]')).toHaveLength(state.edges.size);
    }),
    { numRuns: 60 },
  );
});
