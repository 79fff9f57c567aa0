/** Undo of what changes labels, edge types and properties, and of other steps when those have changed meanwhile. */
import { describe, expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { SCHEMA_OPS, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { Desk } from './testing/desk';
import { FarRoom } from './testing/far-room';

const ANN = testNodeId(1);
const BO = testNodeId(2);
const KNOWS = testEdgeId(1);
const person = (nodeId: string, name: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 1, y: 2 },
  properties: { name },
});
const START: readonly Op[] = [
  ...SCHEMA_OPS,
  person(ANN, 'Ann'),
  person(BO, '7'),
  { op: 'create_edge', edgeId: KNOWS, type: 'KNOWS', source: ANN, target: BO, properties: {} },
];
const ofPerson = { on: 'node', of: 'Person' } as const;
const toHuman: Op = { op: 'rename_type', ...ofPerson, to: 'Human' };
const named = (id: string, value: string): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value });
const color = (value: string): Op => ({ op: 'set_style', ...ofPerson, style: { color: value } });
const desk = () => new Desk(...START);
const name = (at: Desk, id: string) => at.graph.get('node', id)?.properties.get('name');
const DONE = { status: 'done', left: 0 };

describe('a change of a label is taken back', () => {
  test('a new name, in one op however many nodes have it', () => {
    const at = desk();
    at.edit(toHuman);
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.patches).toEqual([[{ op: 'rename_type', on: 'node', of: 'Human', to: 'Person' }]]);
    expect(at.graph.get('node', ANN)?.label).toBe('Person');
  });

  test('another type of a property: the values that did not fit are there again', () => {
    const at = desk();
    at.edit({ op: 'set_property_type', ...ofPerson, key: 'name', type: 'INT64' });
    expect([name(at, ANN), name(at, BO)]).toEqual([undefined, 7]);
    expect(at.turn('undo')).toEqual(DONE);
    expect([name(at, ANN), name(at, BO)]).toEqual(['Ann', '7']);
    expect(at.turn('redo')).toEqual(DONE);
    expect([name(at, ANN), name(at, BO)]).toEqual([undefined, 7]);
  });

  test('a deletion: nodes, their edges and the look are there again, and gone again', () => {
    const at = desk();
    at.edit(color('#112233'));
    at.edit({ op: 'delete_type', ...ofPerson });
    expect(at.turn('undo')).toEqual(DONE);
    expect([at.graph.count('node'), at.graph.count('edge')]).toEqual([2, 1]);
    expect(at.graph.get('label', 'person')?.style).toEqual({ color: '#112233' });
    expect(at.turn('redo')).toEqual(DONE);
    expect(at.graph.get('label', 'person')).toBeUndefined();
  });

  test('an edge’s ends and type, a node’s label and lock', () => {
    const at = desk();
    at.edit(
      { op: 'set_ends', edgeId: KNOWS, source: BO, target: ANN },
      { op: 'set_edge_type', edgeId: KNOWS, type: 'LIVES IN' },
      { op: 'set_label', nodeId: ANN, label: 'City' },
      { op: 'set_locked', nodeId: ANN, locked: true },
    );
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.graph.get('edge', KNOWS)).toMatchObject({ type: 'KNOWS', source: ANN, target: BO });
    expect(at.graph.get('node', ANN)).toEqual({
      id: ANN,
      label: 'Person',
      position: { x: 1, y: 2 },
      properties: new Map([['name', 'Ann']]),
    });
  });
});

test('an edge type is deleted again with the property it was given since, which is no step of its own', () => {
  const at = desk();
  at.edit({ op: 'delete_type', on: 'edge', of: 'LIVES IN' });
  at.turn('undo');
  at.edit({ op: 'create_edge_type', type: 'LIVES IN', properties: { name: 'STRING' } });
  expect(at.turn('redo')).toEqual(DONE);
  expect(at.graph.get('edgeType', 'lives in')).toBeUndefined();
  expect(at.turn('undo')).toEqual(DONE);
  expect([...(at.graph.get('edgeType', 'lives in')?.properties.keys() ?? [])]).toEqual(['name']);
});

describe("others' work stays", () => {
  test('a label that someone has named anew keeps that name', () => {
    const at = desk();
    at.edit(toHuman);
    at.others({ op: 'rename_type', on: 'node', of: 'Human', to: 'Folk' });
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.graph.get('node', ANN)?.label).toBe('Folk');
  });

  test('a colour that someone has set since stays, and the icon goes back', () => {
    const at = desk();
    at.edit({ op: 'set_style', ...ofPerson, style: { color: '#111111', icon: 'user' } });
    at.others(color('#222222'));
    expect(at.turn('undo')).toEqual({ status: 'done', left: 1 });
    expect(at.graph.get('label', 'person')?.style).toEqual({ color: '#222222' });
  });

  test('a value that someone has given an edge since keeps it from going back to a type without a place for it', () => {
    const at = desk();
    at.edit({ op: 'set_edge_type', edgeId: KNOWS, type: 'LIVES IN' });
    at.turn('undo');
    at.others({ op: 'set_property', on: 'edge', id: KNOWS, key: 'size', value: 2.5 });
    expect(at.turn('redo')).toEqual({ status: 'left', left: 1 });
    expect(at.graph.get('edge', KNOWS)).toMatchObject({ type: 'KNOWS', properties: new Map([['size', 2.5]]) });
  });

  test('a value that someone has written since keeps a property from getting back a type it does not fit', () => {
    const at = desk();
    at.edit({ op: 'set_property_type', ...ofPerson, key: 'size', type: 'STRING' });
    at.others({ op: 'set_property', on: 'node', id: BO, key: 'size', value: 'tall' });
    expect(at.turn('undo')).toEqual({ status: 'left', left: 1 });
    expect(at.graph.get('node', BO)?.properties.get('size')).toBe('tall');
  });

  test('a label that one has made stays: someone else may count on it', () => {
    const at = desk();
    at.edit({ op: 'create_label', label: 'Dog', properties: {} }, {
      ...person(testNodeId(3), ''),
      label: 'Dog',
      properties: {},
    } as Op);
    at.turn('undo');
    expect(at.graph.get('label', 'dog')).toBeDefined();
  });

  test('to delete a label again spares what someone has made of it since', () => {
    const at = desk();
    at.edit({ op: 'delete_type', ...ofPerson });
    at.turn('undo');
    at.others(person(testNodeId(3), 'Cy'));
    expect(at.turn('redo')).toEqual({ status: 'done', left: 1 });
    expect([at.graph.count('node'), name(at, testNodeId(3))]).toEqual([1, 'Cy']);
  });

  test('a colour they had set before an undone one comes back, also when that is only known later', async () => {
    const at = new FarRoom(...START);
    at.history.edit([color('#111111')]);
    at.others(color('#222222'));
    at.history.undo();
    await at.settle();
    expect(at.server.get('label', 'person')?.style.color).toBe('#222222');
  });
});

describe('other steps are taken back under new names', () => {
  test('an edit, when someone has renamed the label and the property', () => {
    const at = desk();
    at.edit(named(ANN, 'Anna'));
    at.others(toHuman, { op: 'rename_property', on: 'node', of: 'Human', key: 'name', to: 'called' });
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.graph.get('node', ANN)?.properties.get('called')).toBe('Ann');
  });

  test('a deletion and a creation, when someone has renamed the label', () => {
    const at = desk();
    at.edit(person(testNodeId(3), 'Cy'));
    at.edit({ op: 'delete_node', nodeId: ANN });
    at.others(toHuman);
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.graph.get('node', ANN)).toMatchObject({ label: 'Human', properties: new Map([['name', 'Ann']]) });
    expect(at.turn('undo')).toEqual(DONE);
    expect(at.graph.get('node', testNodeId(3))).toBeUndefined();
  });
});
