/** A small graph for tests of the panels: two people and a city, one of whom knows the other. */

import type { Op } from '../../shared/graph/ops';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';

export const ANN = testNodeId(1);
export const BO = testNodeId(2);
/** A city without a name. */
export const CITY = testNodeId(3);
export const ANN_KNOWS_BO = testEdgeId(1);

const person = (nodeId: string, name: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: { name },
});

export const FAMILY: readonly Op[] = [
  { op: 'set_title', title: 'Family' },
  {
    op: 'create_label',
    label: 'Person',
    properties: {
      name: 'STRING',
      age: 'INT64',
      height: 'DOUBLE',
      active: 'BOOLEAN',
      born: 'DATE',
      seen: 'TIMESTAMP',
    },
    style: { color: '#3f6fb5', icon: 'user', caption: 'name' },
  },
  { op: 'create_label', label: 'City', properties: { name: 'STRING' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'INT64' } },
  { op: 'create_edge_type', type: 'LIVES IN', properties: {} },
  person(ANN, 'Ann'),
  person(BO, 'Bo'),
  { op: 'create_node', nodeId: CITY, label: 'City', position: { x: 9, y: 9 }, properties: {} },
  { op: 'create_edge', edgeId: ANN_KNOWS_BO, type: 'KNOWS', source: ANN, target: BO, properties: { since: 1999 } },
];
