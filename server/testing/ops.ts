/** Ops for tests. */
import type { Op } from '../../src/shared/graph/ops';
import { nodeNo } from './ids';

/** A schema to work in: label Person with name (text) and age (whole number), edge type KNOWS. */
export const schemaOps: Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: {} },
];

export const createNode = (n: number): Op => ({
  op: 'create_node',
  nodeId: nodeNo(n),
  label: 'Person',
  position: { x: n, y: 0 },
  properties: {},
});

export const setName = (n: number, value: string): Op => ({
  op: 'set_property',
  on: 'node',
  id: nodeNo(n),
  key: 'name',
  value,
});

export const setTitle = (title: string): Op => ({ op: 'set_title', title });
export const deleteNode = (n: number): Op => ({ op: 'delete_node', nodeId: nodeNo(n) });
