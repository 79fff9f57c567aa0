/** Layers that edges lead through in one direction, with few crossings. */
import { Graph, layout } from '@dagrejs/dagre';
import { sweepLayers } from './sweep-layers';
import type { Size, Vertex } from './vertices';

const RANKDIR = { down: 'TB', right: 'LR', up: 'BT', left: 'RL' } as const;
export type Direction = keyof typeof RANKDIR;

/** Between layers, as a share of a cell: edges cross there. */
const BETWEEN_LAYERS = 0.5;
/** With more edges than this dagre takes longer than people wait: 2 s with 450 of them, 40 s with 1,500. */
const MANY_EDGES = 500;

/** @param direction where edges lead */
export function placeLayered(vertices: readonly Vertex[], cell: Size, direction: Direction): void {
  const edges = vertices.reduce((sum, { to }) => sum + to.length, 0);
  if (edges > MANY_EDGES) placePlainly(vertices, cell, direction);
  else placeByDagre(vertices, cell, direction);
}

function placePlainly(vertices: readonly Vertex[], cell: Size, direction: Direction): void {
  const upright = direction === 'down' || direction === 'up';
  const ahead = (direction === 'down' || direction === 'right' ? 1 : -1) * (1 + BETWEEN_LAYERS);
  for (const [vertex, { layer, along }] of sweepLayers(vertices)) {
    vertex.x = (upright ? along : layer * ahead) * cell.width;
    vertex.y = (upright ? layer * ahead : along) * cell.height;
  }
}

function placeByDagre(vertices: readonly Vertex[], cell: Size, direction: Direction): void {
  const graph = new Graph<object, Partial<Size> & { x?: number; y?: number }>();
  graph.setGraph({
    rankdir: RANKDIR[direction],
    // Cells have the gap between cards in them already.
    nodesep: 0,
    edgesep: cell.height / 4,
    ranksep: (direction === 'down' || direction === 'up' ? cell.height : cell.width) * BETWEEN_LAYERS,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of vertices) graph.setNode(id, { ...cell });
  for (const source of vertices) for (const target of source.to) graph.setEdge(source.id, target.id);
  layout(graph);
  for (const vertex of vertices) {
    const { x = 0, y = 0 } = graph.node(vertex.id);
    vertex.x = x;
    vertex.y = y;
  }
}
