import { describe, expect, test } from 'vitest';
import { applyPatch } from '../shared/graph/apply-patch';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { rowsOf } from '../store/testing/rows-of-graph';
import { retypeElements } from './retype-elements';

const [A, B, E] = [testNodeId(1), testNodeId(2), testEdgeId(1)];
const node = (nodeId: string, label: string, properties: Record<string, string | number>): Op => ({
  op: 'create_node',
  nodeId,
  label,
  position: { x: 0, y: 0 },
  properties,
});

function graphOf(...ops: Op[]) {
  const graph = new Graph();
  expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  const schema = { labels: new Map(graph.entries('label')), edgeTypes: new Map(graph.entries('edgeType')) };
  const { nodes } = rowsOf(graph);
  const elements = Array.from(nodes.values(), (row) => ({
    id: row?.id ?? '',
    of: row?.label ?? '',
    properties: row?.properties ?? {},
  }));
  return { graph, schema, elements };
}

const PEOPLE: readonly Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', born: 'INT64' } },
  { op: 'create_label', label: 'City', properties: { Name: 'STRING', born: 'DATE' } },
  node(A, 'Person', { name: 'Ann', born: 1815 }),
];

describe('another label', () => {
  test('gets what it lacks, and nothing is lost', () => {
    const { graph, schema, elements } = graphOf({ op: 'create_label', label: 'Robot', properties: {} }, ...PEOPLE);
    const plan = retypeElements('node', elements, 'robot', schema);
    expect(plan.misfits).toEqual([]);
    expect(applyPatch(graph, plan.ops)).toMatchObject({ status: 'applied', skipped: [] });
    expect(graph.get('node', A)).toMatchObject({
      label: 'Robot',
      properties: new Map(Object.entries({ name: 'Ann', born: 1815 })),
    });
  });

  test('that is new is made with it', () => {
    const { graph, schema, elements } = graphOf(...PEOPLE);
    const plan = retypeElements('node', elements, 'Hero', schema);
    expect(applyPatch(graph, plan.ops)).toMatchObject({ status: 'applied', skipped: [] });
    expect(graph.get('node', A)?.properties).toEqual(new Map(Object.entries({ name: 'Ann', born: 1815 })));
  });

  test('says what does not fit what it has by the same name', () => {
    const { schema, elements } = graphOf(...PEOPLE);
    const { misfits, ops } = retypeElements('node', elements, 'City', schema);
    expect(misfits).toEqual([{ property: 'born', type: 'DATE', values: [1815] }]);
    expect(ops).toEqual([{ op: 'set_label', nodeId: A, label: 'City' }]);
  });

  test('takes as text what two labels have as different things', () => {
    const { graph, schema, elements } = graphOf(
      ...PEOPLE,
      { op: 'create_label', label: 'Thing', properties: {} },
      node(B, 'City', { born: '1900-01-31' }),
    );
    const { ops, misfits } = retypeElements('node', elements, 'Thing', schema);
    expect(misfits).toEqual([]);
    expect(ops).toContainEqual({ op: 'add_property', on: 'node', of: 'Thing', key: 'born', type: 'STRING' });
    expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
    expect([A, B].map((id) => graph.get('node', id)?.properties.get('born'))).toEqual(['1815', '1900-01-31']);
  });

  test('is nothing to those that have it', () => {
    const { schema, elements } = graphOf(...PEOPLE);
    expect(retypeElements('node', elements, 'person', schema)).toEqual({ ops: [], misfits: [] });
  });
});

test('another edge type, made with it', () => {
  const { schema } = graphOf({ op: 'create_edge_type', type: 'KNOWS', properties: { since: 'INT64' } });
  const { ops } = retypeElements('edge', [{ id: E, of: 'KNOWS', properties: { since: 1999 } }], 'MET', schema);
  expect(ops).toEqual([
    { op: 'create_edge_type', type: 'MET', properties: {} },
    { op: 'add_property', on: 'edge', of: 'MET', key: 'since', type: 'INT64' },
    { op: 'set_edge_type', edgeId: E, type: 'MET' },
  ]);
});
