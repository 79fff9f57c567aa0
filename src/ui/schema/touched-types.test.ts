import { expect, test } from 'vitest';
import { NO_CHANGES } from '../../shared/graph/changes';
import type { GraphEdge, GraphNode, Properties } from '../../shared/graph/model';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { touchedTypes } from './touched-types';

const ANN: GraphNode = { id: testNodeId(1), label: 'Person', position: { x: 0, y: 0 }, properties: new Map() };
const EDGE: GraphEdge = {
  id: testEdgeId(1),
  type: 'LIKES',
  source: testNodeId(1),
  target: testNodeId(2),
  properties: new Map(),
};
const named = (name: string): Properties => new Map([['name', name]]);

const node = (before: GraphNode | undefined, after: GraphNode | undefined) => new Map([[ANN.id, { before, after }]]);
const edge = (before: GraphEdge | undefined, after: GraphEdge | undefined) => new Map([[EDGE.id, { before, after }]]);

test('an edge whose value changed while its end got another label is counted anew', () => {
  const changes = {
    ...NO_CHANGES,
    node: node(ANN, { ...ANN, label: 'City' }),
    edge: edge({ ...EDGE, properties: named('a') }, { ...EDGE, properties: named('b') }),
  };
  expect([...touchedTypes(changes)]).toEqual(['person', 'city', 'likes']);
});

test('an edge that only got another value is not', () => {
  const changes = edge({ ...EDGE, properties: named('a') }, { ...EDGE, properties: named('b') });
  expect([...touchedTypes({ ...NO_CHANGES, edge: changes })]).toEqual([]);
});

test('another property in the place of one is', () => {
  const changes = node({ ...ANN, properties: named('a') }, { ...ANN, properties: new Map([['nick', 'a']]) });
  expect([...touchedTypes({ ...NO_CHANGES, node: changes })]).toEqual(['person']);
});
