/** What a client may send that means no good, or knows no better. */
import fc from 'fast-check';
import type { Op } from '../../src/shared/graph/ops';
import { LIMITS } from '../../src/shared/limits';
import type { ClientMessage } from '../../src/shared/protocol/client-messages';
import { arbitraryClientMessage, BYSTANDER, numbered } from './client-messages.arbitrary';
import { Dice } from './dice';
import { WRONG_NAMES } from './hostile-values';
import { nodeNo } from './ids';
import { leaf, type Place, placesIn, replaceAt, treeOf } from './json-tree';
import { type Facts, type Spoilt, spoil, type TreeSpoil, waysToSpoil } from './spoil-json';

/** A label with a property of every type, which hostile ops use. It must be there. */
export const TYPED: Op = {
  op: 'create_label',
  label: 'Typed',
  properties: { text: 'STRING', whole: 'INT64', real: 'DOUBLE', flag: 'BOOLEAN', day: 'DATE', time: 'TIMESTAMP' },
};

/** By property, as JSON. */
const WRONG_VALUES: Readonly<Record<string, readonly string[]>> = {
  text: ['0', 'false'],
  whole: ['1.5', 'true', '""', '9007199254740992', '-9007199254740992', '9223372036854775807', '1e300'],
  real: ['"NaN"', '"1"', 'true'],
  flag: ['0', '"true"'],
  day: [
    '"2026-02-30"',
    '"2026-13-01"',
    '"0000-01-01"',
    '"10000-01-01"',
    '"+02026-01-01"',
    '"2026-1-1"',
    '"２026-01-01"',
  ],
  time: ['"2026-01-31"', '"2026-01-31T24:00:00.000Z"', '"2026-01-31T23:59:60.000Z"', '"2026-01-31T10:00:00.000+01:00"'],
  nothing: ['0'],
};

/** A value that does not fit its property: the label is there, so the patch is refused whatever else it does. */
const wrongValue: TreeSpoil = (root, dice) => {
  const place = dice.pickAny(placesIn(root).filter(({ tree, key }) => key === 'ops' && tree.kind === 'array'));
  if (place?.tree.kind !== 'array') return undefined;
  const [key, values] = dice.pick(Object.entries(WRONG_VALUES));
  const op = treeOf({ op: 'create_node', nodeId: nodeNo(99), label: 'Typed', position: { x: 0, y: 0 }, properties: 0 });
  const properties = placesIn(op).find((part) => part.key === 'properties');
  const spoilt = replaceAt(op, properties?.path ?? [], { kind: 'object', entries: [[key, leaf(dice.pick(values))]] });
  return { tree: replaceAt(root, place.path, { kind: 'array', items: [...place.tree.items, spoilt] }), isWrong: true };
};

const NAME_FIELDS: ReadonlySet<string> = new Set(['label', 'of', 'key', 'caption', 'type']);

/** A name that cannot be one: of a label or edge type, or of a property. */
const wrongName: TreeSpoil = (root, dice) => {
  const isName = ({ key, parent }: Place) => NAME_FIELDS.has(key) && ['ops', 'style', 'editing'].includes(parent);
  const place = dice.pickAny(placesIn(root).filter((each) => isName(each) || each.key === 'properties'));
  if (place === undefined) return undefined;
  const name = dice.pick(WRONG_NAMES);
  if (place.tree.kind !== 'object') {
    return { tree: replaceAt(root, place.path, leaf(JSON.stringify(name))), isWrong: true };
  }
  // Fits as a type, and as a text.
  const entries = [...place.tree.entries, [name, leaf('"STRING"')] as const];
  return { tree: replaceAt(root, place.path, { kind: 'object', entries }), isWrong: true };
};

const WRONG_SEQS = ['0', '-0', '-1', '1.5', '9007199254740992', '1e999', '"1"', 'null', 'true', '[1]'];
/** These leave a gap. */
const GAPS = ['9007199254740991', '1000000', '4294967297'];

/** A seq that is none, or is not next in line. */
const wrongSeq: TreeSpoil = (root, dice) => {
  const place = dice.pickAny(placesIn(root).filter(({ key, parent }) => key === 'seq' && parent === 'patches'));
  if (place === undefined) return undefined;
  return { tree: replaceAt(root, place.path, leaf(dice.pick([...WRONG_SEQS, ...GAPS]))), isWrong: true };
};

/** A patch in the name of someone else who is here. */
const foreignClient: TreeSpoil = (root, dice) => {
  const patches = placesIn(root).filter(
    ({ tree, key, path }) => key === 'patches' && path.length === 2 && tree.kind === 'object',
  );
  const place = dice.pickAny(patches);
  if (place?.tree.kind !== 'object') return undefined;
  const own = place.tree.entries.filter(([name]) => name !== 'clientId');
  const entries = [...own, ['clientId', leaf(JSON.stringify(BYSTANDER))] as const];
  return { tree: replaceAt(root, place.path, { kind: 'object', entries }), isWrong: true };
};

const OPS: readonly string[] = [
  ...['set_title', 'create_label', 'create_edge_type', 'add_property', 'create_node', 'move_node', 'set_property'],
  ...['remove_property', 'delete_node', 'create_edge', 'delete_edge', 'rename_type', 'set_style', 'delete_type'],
  ...[
    'rename_property',
    'set_property_type',
    'delete_property',
    'set_label',
    'set_edge_type',
    'set_ends',
    'set_locked',
    'put_view',
    'delete_view',
    'put_rule',
    'delete_rule',
  ],
];

/** Of the ops about saved views and styling rules, which go both ways. */
export const SAVED_FACTS = {
  optional: ['view.parameters', 'view.condition', 'rule.of', 'rule.where', 'look.colors'],
  lists: ['parameters.value'],
} as const;

const CLIENT_FACTS: Facts = {
  optional: new Set([
    ...[
      '.adopted',
      '.key',
      '.token',
      '.rebuilds',
      '.roomEpoch',
      '.lastVersion',
      '.cursor',
      '.selection',
      '.drag',
      '.editing',
      '.viewport',
    ],
    ...[
      'patches.clientId',
      'ops.style',
      'ops.unused',
      'ops.locked',
      'style.color',
      'style.icon',
      'style.caption',
      'style.size',
      ...SAVED_FACTS.optional,
    ],
  ]),
  lists: new Set(SAVED_FACTS.lists),
  alike: new Map([
    ['add_property', 'set_property_type'],
    ['set_property_type', 'add_property'],
  ]),
  maps: new Set(['properties']),
  records: new Set(),
  freeText: new Set(['roomEpoch']),
  tags: new Map([
    ['type', ['hello', 'patch', 'presence', 'person', 'check', 'checked', 'ping']],
    ['op', OPS],
  ]),
  longest: new Map([
    ['ops', LIMITS.opsPerPatch],
    ['patches', LIMITS.patchesPerMessage],
    ['adopted', LIMITS.adoptedClients],
    ['nodes', LIMITS.presenceItems],
    ['edges', LIMITS.presenceItems],
    ['drag', LIMITS.presenceItems],
  ]),
  own: { wrongValue, wrongName, wrongSeq, foreignClient },
};

/** A message that is to be spoilt, and how. */
export interface Draft {
  readonly message: ClientMessage;
  /** One of `WAYS`. */
  readonly way: string;
  /** Decides where it is spoilt, and with what. */
  readonly seed: number;
  /** Whether it is sent on a connection that said hello. */
  readonly greeted: boolean;
}

/** A message as it is sent. */
export interface HostileMessage extends Pick<Spoilt, 'frame' | 'isBinary'> {
  /**
   * What is known of the answer: it is refused and has no effect; something of it is refused (of several patches one is
   * wrong); or nothing, since it may be a message after all.
   */
  readonly expected: 'refused' | 'partly refused' | 'anything';
  /** How it was spoilt; `AS_IT_IS` when not at all. */
  readonly way: string;
}

/** The way of a message that is sent as it should be. */
export const AS_IT_IS = 'asItIs';
/** All ways in which a message can be sent. */
export const WAYS: readonly string[] = [AS_IT_IS, ...waysToSpoil(CLIENT_FACTS)];

/** Those that make large messages, or cost a connection, are rarer, for the sake of time. */
const WEIGHTS: Readonly<Record<string, number>> = { [AS_IT_IS]: 30, tooLong: 1, wrongUtf8: 3, alien: 5 };

export const arbitraryDraft: fc.Arbitrary<Draft> = fc.record({
  message: arbitraryClientMessage,
  way: fc.oneof(...WAYS.map((way) => ({ weight: WEIGHTS[way] ?? 8, arbitrary: fc.constant(way) }))),
  seed: fc.noBias(fc.nat()),
  greeted: fc.nat({ max: 39 }).map((n) => n > 0),
});

/**
 * The message as it is sent.
 * @param nextSeq of a client; `undefined` stands for the connection's own
 */
export function hostileMessage(draft: Draft, nextSeq: (clientId: string | undefined) => number): HostileMessage {
  const { way, seed } = draft;
  const message = numbered(draft.message, nextSeq);
  const spoilt = way === AS_IT_IS ? undefined : spoil(message, way, new Dice(seed), CLIENT_FACTS);
  if (spoilt === undefined) {
    return { frame: JSON.stringify(message), isBinary: false, expected: 'anything', way: AS_IT_IS };
  }
  const { isWrong, ...sent } = spoilt;
  if (isWrong === false) return { ...sent, expected: 'anything', way };
  const isOneOfMany = isWrong === 'in part of it' && message.type === 'patch' && message.patches.length > 1;
  return { ...sent, expected: isOneOfMany ? 'partly refused' : 'refused', way };
}

/** A message in words, for what tests say when they fail. */
export function preview({ frame, isBinary, way }: Pick<HostileMessage, 'frame' | 'isBinary' | 'way'>): string {
  const text = typeof frame === 'string' ? frame : Buffer.from(frame).toString('latin1');
  const short = text.length > 2_000 ? `${text.slice(0, 1_500)} … ${text.slice(-400)}` : text;
  return `${way}, ${isBinary ? 'binary' : 'text'} of ${text.length}: ${short}`;
}
