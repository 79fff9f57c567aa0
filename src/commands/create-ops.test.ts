import { describe, expect, test } from 'vitest';
import { type Op, opsSchema } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { NODE_SIZE } from '../store/node-size';
import { createEdgeOps, createNodeOps, plannedNodeOps } from './create-ops';

const [A, B] = [testNodeId(1), testNodeId(2)];

/** What the wire takes is what the gesture made. */
const wellFormed = (ops: readonly Op[]) => expect(opsSchema.parse(ops)).toEqual(ops);

describe('a node that is dropped', () => {
  test('has its middle at the point, in whole units', () => {
    const { nodeId, ops } = createNodeOps('Person', { x: 300.4, y: 200.6 }, new Map());
    wellFormed(ops);
    const position = { x: Math.round(300.4 - NODE_SIZE.width / 2), y: Math.round(200.6 - NODE_SIZE.height / 2) };
    expect(ops).toEqual([{ op: 'create_node', nodeId, label: 'Person', position, properties: {} }]);
  });

  test('has its middle there whatever its label’s size', () => {
    const labels = new Map([['hub', { name: 'Hub', properties: new Map(), style: { size: 'large' as const } }]]);
    expect(createNodeOps('Hub', { x: 130, y: 44 }, labels).ops).toMatchObject([{ position: { x: 0, y: 0 } }]);
  });

  test('has an id of its own each time', () => {
    const point = { x: 0, y: 0 };
    expect(createNodeOps('Person', point, new Map()).nodeId).not.toBe(createNodeOps('Person', point, new Map()).nodeId);
  });

  test('never lies at minus zero, which the wire does not know', () => {
    const { ops } = createNodeOps('Person', { x: NODE_SIZE.width / 2 - 0.2, y: NODE_SIZE.height / 2 - 0.2 }, new Map());
    expect(ops).toMatchObject([{ position: { x: 0, y: 0 } }]);
  });
});

test('a node of a new label makes the label first, with a name to caption it by, in the same patch', () => {
  const { nodeId, ops } = plannedNodeOps({ label: 'City', newLabel: true, point: { x: 0, y: 0 } }, new Map());
  wellFormed(ops);
  expect(ops).toMatchObject([
    { op: 'create_label', label: 'City', properties: { name: 'STRING' }, style: { caption: 'name' } },
    { op: 'create_node', nodeId, label: 'City' },
  ]);
});

describe('an edge that is drawn', () => {
  test('of a type that is there', () => {
    const ops = createEdgeOps(A, B, 'KNOWS', false);
    wellFormed(ops);
    expect(ops).toEqual([
      {
        op: 'create_edge',
        edgeId: expect.stringMatching(/^e_/u),
        type: 'KNOWS',
        source: A,
        target: B,
        properties: {},
      },
    ]);
  });

  test('of a new type makes the type first, in the same patch', () => {
    const ops = createEdgeOps(A, A, 'TRUSTS', true);
    wellFormed(ops);
    expect(ops).toMatchObject([
      { op: 'create_edge_type', type: 'TRUSTS', properties: {} },
      { op: 'create_edge', type: 'TRUSTS', source: A, target: A },
    ]);
  });
});
