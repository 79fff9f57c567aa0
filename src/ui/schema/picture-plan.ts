/** The schema as a graph: a card for each label, and a line for each pair of labels that edges of a type join. */
import { type Box, coursePath, type NamePlace, sideBySide } from '../../kit/edge-geometry';
import { EDGE_NAME_SIZE, type EdgeName, edgeName } from '../../kit/edge-name';
import { fitText, textWidth } from '../../kit/fit-text';
import { nameBox } from '../../picture/edge-lines';
import { around } from '../../picture/graph-picture';
import type { ElementType, Position } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { SchemaSlice } from '../../store/schema';
import type { TypeFacts } from './schema-facts';
import type { ToArrange } from './schema-ports';

export const CARD = { width: 140, height: 46 } as const;
/** Of what stands on a self-loop at most so much is shown. */
const LOOP_NAME = 140;

export interface PlannedCard {
  readonly label: ElementType;
  /** Undefined until it is counted. */
  readonly count: number | undefined;
  readonly box: Box;
}

export interface PlannedLine {
  readonly key: string;
  readonly type: ElementType;
  readonly path: string;
  readonly name: EdgeName;
}

export interface PicturePlan {
  readonly cards: readonly PlannedCard[];
  readonly lines: readonly PlannedLine[];
  readonly bounds: Box;
}

/** What a label's card is known by. Keys of pairs are put together with spaces, which names can have; a slash they cannot. */
export function cardId(label: string): string {
  return foldName(label).replaceAll(' ', '/');
}

type Schema = Pick<SchemaSlice, 'labels' | 'edgeTypes'>;
type Facts = ReadonlyMap<string, TypeFacts>;

/** What an arrangement depends on: the same as long as nothing is joined otherwise. */
export function toArrange({ labels, edgeTypes }: Schema, facts: Facts): ToArrange {
  const joins = new Map(
    [...edgeTypes.keys()]
      .flatMap((type) => facts.get(type)?.pairs ?? [])
      .map(({ source, target }) => ({ source: cardId(source), target: cardId(target) }))
      .map((join) => [`${join.source} ${join.target}`, join]),
  );
  return {
    cards: Array.from(labels.keys(), cardId).sort(),
    size: CARD,
    joins: [...joins].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, join]) => join),
  };
}

/**
 * @param places of the cards: what has none yet is not drawn
 * @param number how a count is written
 */
export function planPicture(
  { labels, edgeTypes }: Schema,
  facts: Facts,
  places: ReadonlyMap<string, Position>,
  number: (count: number) => string,
): PicturePlan {
  const boxes = new Map(Array.from(places, ([id, place]) => [id, { ...place, ...CARD }]));
  const cards = Array.from(labels, ([name, label]) => ({
    label,
    count: facts.get(name)?.count,
    box: boxes.get(cardId(name)),
  }))
    .map(({ box, ...card }) => (box === undefined ? undefined : { ...card, box }))
    .filter((card) => card !== undefined);
  const joins = Array.from(edgeTypes, ([name, type]) =>
    (facts.get(name)?.pairs ?? []).map(({ source, target, count }) => ({
      type,
      count,
      source: cardId(source),
      target: cardId(target),
    })),
  ).flat();
  const lines = sideBySide(joins).flatMap((parallel) =>
    parallel.flatMap(({ type, count, source, target }, lane): PlannedLine[] => {
      const [from, to] = [boxes.get(source), boxes.get(target)];
      if (from === undefined || to === undefined) return [];
      const { path, label } = coursePath({ source, target, lane, lanes: parallel.length }, from, to);
      const name = countedName(type.name, number(count), label, source === target ? loopName : edgeName);
      return [{ key: `${type.name} ${source} ${target}`, type, path, name }];
    }),
  );
  return { cards, lines, bounds: around([...cards.map(({ box }) => box), ...lines.map(({ name }) => nameBox(name))]) };
}

/** Where a name is too long for its place, the count stays. */
function countedName(name: string, count: string, place: NamePlace, named: typeof edgeName): EdgeName {
  const counted = ` ${count}`;
  const placed = named(name, { ...place, room: place.room - textWidth(counted, EDGE_NAME_SIZE) });
  return { ...placed, text: placed.text + counted };
}

/** Above the loop and the card, where no other line begins: along the loop there is no room. */
function loopName(name: string, { x, y, room }: NamePlace): EdgeName {
  const text = fitText(name, EDGE_NAME_SIZE, LOOP_NAME);
  const above = Math.max(0, room) / 5 + EDGE_NAME_SIZE;
  return { text, x: x - textWidth(text, EDGE_NAME_SIZE) / 2, y: y - above, angle: 0, icon: undefined };
}
