/** A small graph to look at: two people and a city, with one property of each kind and an edge of each type. */
import type { Op } from '../../src/shared/graph/ops';

const id = (kind: 'n' | 'e', number: number) => `${kind}_00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const ADA = id('n', 1);
export const GRACE = id('n', 2);
export const LONDON = id('n', 3);
export const ADA_ADMIRES_GRACE = id('e', 1);
export const ADA_LIVES_IN_LONDON = id('e', 2);

export const SMALL_GRAPH: readonly Op[] = [
  {
    op: 'create_label',
    label: 'Person',
    properties: { name: 'STRING', born: 'INT64', height: 'DOUBLE', active: 'BOOLEAN', met: 'DATE', seen: 'TIMESTAMP' },
    style: { color: '#3f6fb5', icon: 'user', caption: 'name' },
  },
  { op: 'create_label', label: 'City', properties: { name: 'STRING' }, style: { color: '#b5563f', icon: 'map-pin' } },
  { op: 'create_edge_type', type: 'ADMIRES', properties: { since: 'INT64' } },
  { op: 'create_edge_type', type: 'LIVES_IN', properties: {} },
  {
    op: 'create_node',
    nodeId: ADA,
    label: 'Person',
    position: { x: 0, y: 0 },
    properties: { name: 'Ada', born: 1815, active: true },
  },
  { op: 'create_node', nodeId: GRACE, label: 'Person', position: { x: 0, y: 220 }, properties: { name: 'Grace' } },
  { op: 'create_node', nodeId: LONDON, label: 'City', position: { x: 380, y: 110 }, properties: { name: 'London' } },
  {
    op: 'create_edge',
    edgeId: ADA_ADMIRES_GRACE,
    type: 'ADMIRES',
    source: ADA,
    target: GRACE,
    properties: { since: 1833 },
  },
  { op: 'create_edge', edgeId: ADA_LIVES_IN_LONDON, type: 'LIVES_IN', source: ADA, target: LONDON, properties: {} },
];
