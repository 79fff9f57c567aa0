/**
 * Where the parts of the world stand: countries as on a map, drawn apart just as far as their cards need. A language or
 * currency that one country has to itself stands with it (languages above, currencies below); what neighbours share stands
 * amid them, as does their subregion; what is shared across oceans stands between, or where `SEATS` puts it.
 */
import { assert, must } from '../../../../src/shared/assert';
import { type Box, CARD, centre } from '../layout/box';
import { spread } from '../layout/spread';
import { type Block, blockOf } from './block';
import type { Country, World } from './countries';
import { FRAMES, type Frame, PLACED_AT } from './frames';
import { SEATS } from './seats';

/** Pixels between any two cards that are not of one country. */
const GAP = 44;
/** The part of its users that must be in one frame for a language, currency or region to stand there. */
const AT_HOME = 0.5;

/** A card's key is its label and code or name, as in `Country/FRA`. */
export function keyOf(label: string, code: string): string {
  return `${label}/${code}`;
}

/** Finds a place for every country, language, currency, subregion and region, by key. */
export function placeWorld({ countries }: World): Map<string, Box> {
  const holders = holdersByKey(countries);
  const placed: Block[] = [];
  const done = new Set<string>();
  for (const frame of FRAMES) {
    const inFrame = countries.filter((country) => frameOf(country) === frame);
    for (const block of placeFrame(frame, inFrame, holders, done)) {
      placed.push(block);
      for (const card of block.cards) done.add(card.key);
    }
  }
  const middles = new Map(placed.map((block) => [block.key, block]));
  for (const [key, of] of holders) {
    if (done.has(key)) continue;
    const at = SEATS[key] ?? mean(of.map((country) => must(middles.get(keyOf('Country', country.code)), key)));
    placed.push(blockOf(key, at));
  }
  spread(placed, GAP);
  centre(placed);
  return new Map(
    placed.flatMap(({ x, y, cards }) => cards.map(({ key, dx, dy }) => [key, { ...CARD, x: x + dx, y: y + dy }])),
  );
}

/** The countries that have each language, currency, subregion and region. */
type Holders = ReadonlyMap<string, readonly Country[]>;

function holdersByKey(countries: readonly Country[]): Holders {
  const holders = new Map<string, Country[]>();
  for (const country of countries) {
    const keys = [
      ...country.languages.map((code) => keyOf('Language', code)),
      ...country.currencies.map((code) => keyOf('Currency', code)),
      ...(country.subregion === undefined ? [] : [keyOf('Subregion', country.subregion)]),
      keyOf('Region', country.region),
    ];
    for (const key of keys) holders.set(key, [...(holders.get(key) ?? []), country]);
  }
  return holders;
}

function frameOf(country: Country): Frame {
  return must(
    FRAMES.find((frame) => frame.holds(country)),
    `a frame for ${country.name}`,
  );
}

function placeFrame(frame: Frame, countries: readonly Country[], holders: Holders, done: ReadonlySet<string>): Block[] {
  const points = new Map(countries.map((country) => [country, project(frame, country)]));
  const blocks = countries.map((country) => {
    const own = (label: string, codes: readonly string[]) =>
      codes.map((code) => keyOf(label, code)).filter((key) => holders.get(key)?.length === 1);
    return blockOf(
      keyOf('Country', country.code),
      must(points.get(country), country.name),
      own('Language', country.languages),
      own('Currency', country.currencies),
    );
  });
  const owned = new Set(blocks.flatMap(({ cards }) => cards.map((card) => card.key)));
  for (const [key, of] of holders) {
    const here = of.flatMap((country) => points.get(country) ?? []);
    if (done.has(key) || owned.has(key) || key in SEATS || here.length < of.length * AT_HOME) continue;
    const at = mean(here);
    const lift = key.startsWith('Language') ? -CARD.height : key.startsWith('Currency') ? CARD.height : 0;
    // A little aside: what the same countries share would have the same middle.
    blocks.push(blockOf(key, { x: at.x + blocks.length / 10, y: at.y + lift }));
  }
  spread(blocks, GAP);
  centre(blocks);
  for (const block of blocks) {
    block.x += frame.at.x;
    block.y += frame.at.y;
  }
  return blocks;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A plain map of the frame, true to scale at its middle. */
function project(frame: Frame, country: Country): Point {
  const [longitude, latitude] = PLACED_AT[country.code] ?? [country.longitude, country.latitude];
  // From −180 to 180, seen from the frame's middle: Oceania reaches over the date line.
  const east = ((longitude - frame.middle[0] + 540) % 360) - 180;
  const narrowing = Math.cos((frame.middle[1] * Math.PI) / 180);
  return { x: east * narrowing * frame.scale, y: (frame.middle[1] - latitude) * frame.scale };
}

function mean(points: readonly Point[]): Point {
  assert(points.length > 0, 'the mean of no points');
  const sum = (of: (point: Point) => number) => points.reduce((total, point) => total + of(point), 0);
  return { x: sum((point) => point.x) / points.length, y: sum((point) => point.y) / points.length };
}
