/** Edges pull, nodes push (d3-force): what belongs together comes to lie together. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Size, Vertex } from './vertices';

/**
 * The simulation knows only circles. So it runs where cells are squares of this side, and the result is stretched: the
 * distances fit the cards in both directions.
 */
const SIDE = 100;
const LINK = 1.7 * SIDE;
const PUSH = -14 * SIDE;
/** Beyond this, pushes are too weak to be worth their time. */
const REACH = 20 * SIDE;
const GRAVITY = 0.04;
/** A little more than half a cell: `separate` does the rest. */
const ELBOW = 0.58 * SIDE;
/** How often everything is moved: less where there is much, which would take too long. */
const MOST_TICKS = 300;
const LEAST_TICKS = 90;
const WORK = 240_000;
/** What the simulation's heat has come down to in the end. */
const COLD = 0.001;

interface Body extends SimulationNodeDatum {
  readonly vertex: Vertex;
}

export function placeForce(vertices: readonly Vertex[], cell: Size): void {
  const ticks = Math.max(LEAST_TICKS, Math.min(MOST_TICKS, Math.round(WORK / vertices.length)));
  const bodies = new Map<Vertex, Body>(vertices.map((vertex) => [vertex, { vertex }]));
  const links = vertices.flatMap((source) =>
    source.to.flatMap((target) => {
      const [from, to] = [bodies.get(source), bodies.get(target)];
      return from === undefined || to === undefined ? [] : [{ source: from, target: to }];
    }),
  );
  // It has a random source of its own, with a fixed seed.
  const simulation = forceSimulation([...bodies.values()])
    .alphaDecay(1 - COLD ** (1 / ticks))
    .force('link', forceLink(links).distance(LINK))
    .force('push', forceManyBody().strength(PUSH).distanceMax(REACH))
    .force('x', forceX(0).strength(GRAVITY))
    .force('y', forceY(0).strength(GRAVITY))
    .force('collide', forceCollide(ELBOW))
    .stop();
  simulation.tick(ticks);
  for (const { vertex, x = 0, y = 0 } of bodies.values()) {
    vertex.x = (x / SIDE) * cell.width;
    vertex.y = (y / SIDE) * cell.height;
  }
}
