/**
 * Makes well-formed messages into hostile ones, knowing their structure. Each way of spoiling says whether what it makes
 * is wrong for certain: that is known from what was done, not from a parser.
 */
import { must } from '../../src/shared/assert';
import type { Dice } from './dice';
import { ALIEN_TEXTS, ALIENS, HOSTILE_KEYS, NO_VALUES, ODD_VALUES, WRONG_UTF8 } from './hostile-values';
import { type JsonTree, jsonText, leaf, type Place, placesIn, replaceAt, treeOf } from './json-tree';

/** What has to be known of the messages of a protocol. */
export interface Facts {
  /** Fields that may be left out, as "key of the object.field"; the outermost object's key is empty. */
  readonly optional: ReadonlySet<string>;
  /** Fields that may be a list of anything, named likewise. */
  readonly lists: ReadonlySet<string>;
  /** Keys of the objects that have other keys than those the protocol names. */
  readonly maps: ReadonlySet<string>;
  /** Keys of those maps in which a key `__proto__` is passed over. */
  readonly records: ReadonlySet<string>;
  /** Keys of fields, or of maps of fields, that may be any text. */
  readonly freeText: ReadonlySet<string>;
  /** What the first field of an object can be that says of which kind it is. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Kinds that have the same other fields, by each other: as one of them the other is right as well. */
  readonly alike?: ReadonlyMap<string, string>;
  /** The most items that arrays have, by key. */
  readonly longest: ReadonlyMap<string, number>;
  /** Ways of spoiling that only these messages know. */
  readonly own: Readonly<Record<string, TreeSpoil>>;
}

/** A message spoilt in its structure. */
export interface SpoiltTree {
  readonly tree: JsonTree;
  /** Whether it must be refused; `false` when it may still be a message. */
  readonly isWrong: boolean;
}

/** A message as it is sent. */
export interface Spoilt {
  readonly frame: string | Uint8Array;
  readonly isBinary: boolean;
  /** Whether it must be refused, and how far; `false` when it may still be a message. */
  readonly isWrong: 'in part of it' | 'as a whole' | false;
}

/** Returns `undefined` where there is nothing in the message that can be spoilt like this. */
export type TreeSpoil = (root: JsonTree, dice: Dice, facts: Facts) => SpoiltTree | undefined;
type TextSpoil = (text: string, dice: Dice) => Spoilt;

type ObjectTree = Extract<JsonTree, { kind: 'object' }>;
interface ObjectPlace extends Place {
  readonly tree: ObjectTree;
}

function isObject(place: Place): place is ObjectPlace {
  return place.tree.kind === 'object';
}

/** The objects whose keys the protocol names. */
function strictObjects(root: JsonTree, facts: Facts): ObjectPlace[] {
  return placesIn(root)
    .filter(isObject)
    .filter(({ key }) => !facts.maps.has(key));
}

function put(root: JsonTree, place: Place, tree: JsonTree, isWrong: boolean): SpoiltTree {
  return { tree: replaceAt(root, place.path, tree), isWrong };
}

function putEntries(root: JsonTree, place: Place, entries: ObjectTree['entries'], isWrong: boolean): SpoiltTree {
  return put(root, place, { kind: 'object', entries }, isWrong);
}

const extraKey: TreeSpoil = (root, dice, facts) => {
  const place = dice.pickAny(strictObjects(root, facts));
  if (place === undefined) return undefined;
  const extra = [dice.pick(HOSTILE_KEYS), leaf(dice.pick(['{"polluted":true}', 'null', '0', '"x"']))] as const;
  const { entries } = place.tree;
  return putEntries(root, place, dice.roll(2) === 0 ? [...entries, extra] : [extra, ...entries], true);
};

const lostKey: TreeSpoil = (root, dice, facts) => {
  const fields = strictObjects(root, facts).flatMap((place) =>
    place.tree.entries
      .filter(([name]) => !facts.optional.has(`${place.key}.${name}`))
      .map((entry) => ({ place, entry })),
  );
  const field = dice.pickAny(fields);
  if (field === undefined) return undefined;
  const { place, entry } = field;
  const rest = place.tree.entries.filter((other) => other !== entry);
  return putEntries(root, place, rest, true);
};

const otherKey: TreeSpoil = (root, dice, facts) => {
  const place = dice.pickAny(strictObjects(root, facts).filter(({ tree }) => tree.entries.length > 0));
  if (place === undefined) return undefined;
  const { entries } = place.tree;
  const renamed = dice.roll(entries.length);
  const newName = (name: string) => dice.pick([name.toUpperCase(), `${name} `, `${name}\0`, ...HOSTILE_KEYS]);
  const others = entries.map(([name, field], index) => [index === renamed ? newName(name) : name, field] as const);
  return putEntries(root, place, others, true);
};

const doubledKey: TreeSpoil = (root, dice) => {
  const place = dice.pickAny(
    placesIn(root)
      .filter(isObject)
      .filter(({ tree }) => tree.entries.length > 0),
  );
  if (place === undefined) return undefined;
  const [name] = dice.pick(place.tree.entries);
  return putEntries(root, place, [...place.tree.entries, [name, leaf(dice.pick(ODD_VALUES))]], false);
};

const otherTag: TreeSpoil = (root, dice, facts) => {
  const tagged = strictObjects(root, facts).filter(({ tree }) => {
    const [first, ...others] = tree.entries;
    return first !== undefined && facts.tags.has(first[0]) && others.length > 0;
  });
  const place = dice.pickAny(tagged);
  if (place === undefined) return undefined;
  const [[key, was], ...others] = [must(place.tree.entries[0], 'the tag'), ...place.tree.entries.slice(1)];
  const tags = must(facts.tags.get(key), 'the tags').map((tag) => JSON.stringify(tag));
  const same = [...(facts.alike ?? [])].flatMap(([one, another]) =>
    JSON.stringify(one) === jsonText(was) ? [JSON.stringify(another)] : [],
  );
  const other = dice.pick(tags.filter((tag) => tag !== jsonText(was) && !same.includes(tag)));
  return putEntries(root, place, [[key, leaf(other)], ...others], true);
};

/** Aliens that are lists of texts and nothings. */
const LISTS: ReadonlySet<string> = new Set(['["__proto__"]', '[null]']);

const alien: TreeSpoil = (root, dice, facts) => {
  const place = dice.pick(placesIn(root));
  const takesText = facts.freeText.has(place.key) || facts.freeText.has(place.parent);
  const takesList = facts.lists.has(`${place.parent}.${place.key}`);
  const aliens = ALIENS.filter((text) => {
    const isTaken = facts.records.has(place.key) && text.startsWith('{"__proto__"');
    return !isTaken && !(takesList && LISTS.has(text));
  });
  return put(root, place, leaf(dice.pick(takesText ? aliens : [...aliens, ...ALIEN_TEXTS])), true);
};

const oddValue: TreeSpoil = (root, dice) => put(root, dice.pick(placesIn(root)), leaf(dice.pick(ODD_VALUES)), false);

const noValue: TreeSpoil = (root, dice) => put(root, dice.pick(placesIn(root)), leaf(dice.pick(NO_VALUES)), true);

const tooLong: TreeSpoil = (root, dice, facts) => {
  const place = dice.pickAny(placesIn(root).filter(({ tree, key }) => tree.kind === 'array' && facts.longest.has(key)));
  if (place?.tree.kind !== 'array') return undefined;
  const length = must(facts.longest.get(place.key), 'the limit') + 1;
  const { items } = place.tree;
  const more = Array.from({ length }, (_, index) => items[index % Math.max(1, items.length)] ?? leaf('null'));
  return put(root, place, { kind: 'array', items: more }, true);
};

const ID = /^"([cne])_(.{36})"$/;
const NEXT_KIND: Readonly<Record<string, string>> = { c: 'n', n: 'e', e: 'c' };

const wrongId: TreeSpoil = (root, dice) => {
  // A field "id" can be a node's or an edge's, so that another kind would do.
  const ids = placesIn(root).filter(({ tree, key }) => tree.kind === 'leaf' && ID.test(tree.text) && key !== 'id');
  const place = dice.pickAny(ids);
  if (place === undefined) return undefined;
  const [, kind = '', uuid = ''] = must(ID.exec(jsonText(place.tree)), 'an id');
  const wrong = [`${NEXT_KIND[kind]}_${uuid}`, `${kind}_${uuid}\n`, ` ${kind}_${uuid}`, `${kind}_${uuid.slice(1)}`];
  return put(root, place, leaf(JSON.stringify(dice.pick([...wrong, `${kind}_${uuid.slice(1)}０`, `${kind}_`]))), true);
};

/** Of messages that are well-formed, those that come last can make good again what the first made wrong. */
const several: TreeSpoil = (root, dice, facts) => {
  let tree = root;
  for (let left = 2 + dice.roll(3); left > 0; left -= 1) {
    tree =
      dice.pick([extraKey, lostKey, otherKey, doubledKey, otherTag, oddValue, oddValue])(tree, dice, facts)?.tree ??
      tree;
  }
  return { tree, isWrong: false };
};

const TREE_SPOILS: Readonly<Record<string, TreeSpoil>> = {
  extraKey,
  lostKey,
  otherKey,
  doubledKey,
  otherTag,
  alien,
  oddValue,
  noValue,
  tooLong,
  wrongId,
  several,
};

const wrong = (frame: string | Uint8Array): Spoilt => ({ frame, isBinary: false, isWrong: 'as a whole' });

const TEXT_SPOILS: Readonly<Record<string, TextSpoil>> = {
  /** The beginning of an object or array is none. */
  cut: (text, dice) => wrong(text.slice(0, dice.roll(text.length))),
  twice: (text, dice) => wrong(`${text}${dice.pick(['', '\n', ',', ' ', '\0'])}${text}`),
  byteOrderMark: (text) => wrong(`\uFEFF${text}`),
  strayCharacter: (text, dice) => {
    const at = dice.roll(text.length + 1);
    const stray = dice.pick([
      String.fromCharCode(dice.roll(128)),
      String.fromCharCode(dice.roll(65_536)),
      '"',
      '}',
      ',',
    ]);
    return { frame: `${text.slice(0, at)}${stray}${text.slice(at)}`, isBinary: false, isWrong: false };
  },
  binary: (text) => ({ frame: Buffer.from(text), isBinary: true, isWrong: 'as a whole' }),
  wrongUtf8: (text, dice) => {
    const bytes = Buffer.from(text);
    const at = dice.roll(bytes.length + 1);
    return wrong(Buffer.concat([bytes.subarray(0, at), dice.pick(WRONG_UTF8), bytes.subarray(at)]));
  },
};

/** The names of all ways in which messages can be spoilt. */
export function waysToSpoil({ own }: Facts): string[] {
  return [TREE_SPOILS, own, TEXT_SPOILS].flatMap((spoils) => Object.keys(spoils));
}

/** Spoils a message; `undefined` where there is nothing in it that can be spoilt like this. */
export function spoil(message: unknown, way: string, dice: Dice, facts: Facts): Spoilt | undefined {
  const root = treeOf(message);
  const spoilText = TEXT_SPOILS[way];
  if (spoilText !== undefined) return spoilText(jsonText(root), dice);
  const spoilt = must(TREE_SPOILS[way] ?? facts.own[way], `the way "${way}"`)(root, dice, facts);
  if (spoilt === undefined) return undefined;
  return { frame: jsonText(spoilt.tree), isBinary: false, isWrong: spoilt.isWrong && 'in part of it' };
}
