/** Where the characters stand: those who meet often near each other, each group apart from the others. */
import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import { must } from '../../../../src/shared/assert';
import { type Box, CARD, centre } from '../layout/box';
import { spread } from '../layout/spread';
import type { Cast, Character } from './characters';

/** Pixels between any two cards. */
const GAP = 56;
const STEPS = 600;
/** How much nearer than strangers the members of a group are to each other. */
const GROUP_PULL = 0.2;

interface Body extends SimulationNodeDatum {
  readonly character: Character;
}

/** Finds a place for every character. */
export function placeCast({ characters, meetings }: Cast): Map<Character, Box> {
  const bodies = new Map(characters.map((character): [Character, Body] => [character, { character }]));
  const links = meetings.map(({ source, target, weight }) => ({
    source: must(bodies.get(source), source.name),
    target: must(bodies.get(target), target.name),
    weight,
  }));
  // The library starts from a fixed spiral and has its own fixed random numbers: each run is the same.
  forceSimulation([...bodies.values()])
    .stop()
    .force(
      'meet',
      forceLink<Body, (typeof links)[number]>(links).distance(({ weight }) => 100 + 160 / weight),
    )
    .force('part', forceManyBody<Body>().strength(-1400))
    .force('x', forceX<Body>().strength(0.08))
    .force('y', forceY<Body>().strength(0.05))
    .force('group', (alpha: number) => gather([...bodies.values()], alpha * GROUP_PULL))
    .tick(STEPS);

  const places = new Map(
    Array.from(bodies, ([character, { x, y }]): [Character, Box] => [
      character,
      { ...CARD, x: must(x, 'x'), y: must(y, 'y') },
    ]),
  );
  const boxes = [...places.values()];
  spread(boxes, GAP);
  centre(boxes);
  return places;
}

/** Draws each body towards the middle of its group. */
function gather(bodies: readonly Body[], strength: number): void {
  const groups = new Map<number, Body[]>();
  for (const body of bodies) groups.set(body.character.group, [...(groups.get(body.character.group) ?? []), body]);
  for (const group of groups.values()) {
    const x = group.reduce((sum, body) => sum + must(body.x, 'x'), 0) / group.length;
    const y = group.reduce((sum, body) => sum + must(body.y, 'y'), 0) / group.length;
    for (const body of group) {
      body.vx = must(body.vx, 'vx') + (x - must(body.x, 'x')) * strength;
      body.vy = must(body.vy, 'vy') + (y - must(body.y, 'y')) * strength;
    }
  }
}
