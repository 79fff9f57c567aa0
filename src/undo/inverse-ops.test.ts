import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { testEdgeId, testNodeId, testRuleId, testViewId } from '../shared/graph/ops.arbitrary';
import type { SavedView } from '../shared/graph/saved-views';
import type { StyleRule } from '../shared/graph/style-rules';
import { inverseOps } from './inverse-ops';
import { apply } from './testing/desk';

const ANN = testNodeId(1);
const BO = testNodeId(2);
const KNOWS = testEdgeId(1);
const at = { x: 0, y: 0 };
const nobody = () => false;

const label = (properties: Record<string, 'STRING' | 'INT64'>): Op => ({
  op: 'create_label',
  label: 'Person',
  properties,
});
const person = (nodeId: string, properties: Record<string, string> = {}): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: at,
  properties,
});
const knows: Op = { op: 'create_edge', edgeId: KNOWS, type: 'KNOWS', source: ANN, target: BO, properties: {} };
const knowsType: Op = { op: 'create_edge_type', type: 'KNOWS', properties: {} };
const properties = { name: 'Ann', town: 'Ulm' };

function graphOf(...ops: Op[]): Graph {
  const graph = new Graph();
  expect(apply(graph, ops)).toBeDefined();
  return graph;
}

function changesOf(start: readonly Op[], ...ops: Op[]) {
  return must(apply(graphOf(...start), ops), 'the changes');
}

const start = [label({ name: 'STRING', town: 'STRING' }), knowsType, person(ANN, properties), person(BO), knows];

describe('views and rules', () => {
  const view: SavedView = { id: testViewId(1), name: 'All', query: 'MATCH (n) RETURN n', shows: 'table' };
  const rule: StyleRule = { id: testRuleId(1), rank: 0, on: 'node', look: { set: 'icon', icon: 'user' } };
  const saved: Op[] = [
    { op: 'put_view', view },
    { op: 'put_rule', rule },
  ];

  test('what was saved goes again, what was deleted comes back', () => {
    const gone: Op[] = [
      { op: 'delete_view', viewId: view.id },
      { op: 'delete_rule', ruleId: rule.id },
    ];
    expect(inverseOps(changesOf([], ...saved), graphOf(...saved), nobody)).toEqual({ ops: gone, left: 0 });
    expect(inverseOps(changesOf(saved, ...gone), new Graph(), nobody)).toEqual({ ops: saved, left: 0 });
  });

  test('what others changed since is left, be it to the same', () => {
    const changes = changesOf([], ...saved);
    const others = graphOf({ op: 'put_view', view: { ...view, name: 'Everything' } }, { op: 'put_rule', rule });
    const isTheirs = (id: string) => id === rule.id;
    expect(inverseOps(changes, others, isTheirs)).toEqual({ ops: [], left: 2 });
  });
});

describe('the schema has lost what the step relied on, as in a graph that was taken anew', () => {
  test('a node comes back with the properties that still fit', () => {
    const changes = changesOf(start, { op: 'delete_node', nodeId: ANN });
    const view = graphOf(label({ name: 'STRING', town: 'INT64' }), knowsType, person(BO));
    expect(inverseOps(changes, view, nobody)).toEqual({ ops: [person(ANN, { name: 'Ann' }), knows], left: 1 });
  });

  test('what has no label or edge type any more is left', () => {
    const changes = changesOf(start, { op: 'delete_node', nodeId: ANN });
    expect(inverseOps(changes, new Graph(), nobody)).toEqual({ ops: [], left: 2 });
    const untyped = graphOf(label({ name: 'STRING', town: 'STRING' }), person(BO));
    expect(inverseOps(changes, untyped, nobody)).toEqual({ ops: [person(ANN, properties)], left: 1 });
  });

  test('a value that does not fit any more is left', () => {
    const changes = changesOf(start, { op: 'remove_property', on: 'node', id: ANN, key: 'town' });
    const view = graphOf(label({ name: 'STRING', town: 'INT64' }), person(ANN, { name: 'Ann' }));
    expect(inverseOps(changes, view, nobody)).toEqual({ ops: [], left: 1 });
  });
});

test('edges go with their nodes and are not named again', () => {
  const changes = changesOf([label({}), knowsType, person(ANN)], person(BO), knows);
  const view = graphOf(label({}), knowsType, person(ANN), person(BO), knows);
  expect(inverseOps(changes, view, nobody)).toEqual({ ops: [{ op: 'delete_node', nodeId: BO }], left: 0 });
});

const moved: Op = { op: 'move_node', nodeId: ANN, position: { x: 5, y: 5 } };
const renamed: Op = { op: 'set_property', on: 'node', id: ANN, key: 'name', value: 'Anna' };
const titled = (title: string): Op => ({ op: 'set_title', title });
const schema = [titled('One'), label({ name: 'STRING', town: 'STRING' }), knowsType];
const ends = [...schema, person(ANN, { name: 'Ann' }), person(BO)];
/** How it began, what the step was, and what others did then, so that the step cannot be taken back any more. */
const overtaken: [string, readonly Op[], Op, Op][] = [
  ['a new node that is not as it was made', schema, person(ANN), moved],
  ['a new node that is gone', schema, person(ANN), { op: 'delete_node', nodeId: ANN }],
  ['a deleted node that is there', ends, { op: 'delete_node', nodeId: ANN }, person(ANN, { name: 'Ann' })],
  ['a new edge that is gone', ends, knows, { op: 'delete_edge', edgeId: KNOWS }],
  ['a deleted edge that is there', [...ends, knows], { op: 'delete_edge', edgeId: KNOWS }, knows],
  [
    'a deleted edge without its source',
    [...ends, knows],
    { op: 'delete_edge', edgeId: KNOWS },
    { op: 'delete_node', nodeId: ANN },
  ],
  [
    'a deleted edge without its target',
    [...ends, knows],
    { op: 'delete_edge', edgeId: KNOWS },
    { op: 'delete_node', nodeId: BO },
  ],
  ['a property of another value', ends, renamed, { ...renamed, value: 'Hannah' }],
  ['a property that is not set', ends, renamed, { op: 'remove_property', on: 'node', id: ANN, key: 'name' }],
  ['a property of a node that is gone', ends, renamed, { op: 'delete_node', nodeId: ANN }],
  ['a place that is another', ends, moved, { ...moved, position: { x: 9, y: 9 } }],
  ['a title that is another', ends, titled('Two'), titled('Three')],
];

describe('nothing is made of', () => {
  test.each(overtaken)('%s', (_what, begin, step, theirs) => {
    const graph = graphOf(...begin);
    const changes = must(apply(graph, [step]), 'the changes');
    expect(apply(graph, [theirs])).toBeDefined();
    expect(inverseOps(changes, graph, nobody)).toEqual({ ops: [], left: 1 });
  });

  test.each(overtaken)(
    'what is as it was left, where others have put it there: instead of %s',
    (_what, begin, step) => {
      const graph = graphOf(...begin);
      const changes = must(apply(graph, [step]), 'the changes');
      expect(inverseOps(changes, graph, nobody)).toMatchObject({ ops: [{}], left: 0 });
      expect(inverseOps(changes, graph, () => true)).toEqual({ ops: [], left: 1 });
    },
  );
});
