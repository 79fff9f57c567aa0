/** Reads back what is kept of a room. What does not parse is never handed out. */
import { Graph } from '../shared/graph/graph';
import { opsSchema } from '../shared/graph/ops';
import { snapshotSchema, toSnapshot } from '../shared/graph/snapshot';
import type { ClientPatch } from '../shared/protocol/client-messages';
import { type Parsed, parseJson } from '../shared/protocol/parse';
import { type AcceptedPatch, acceptedPatchSchema } from '../shared/protocol/server-messages';
import { type Database, keysOf, type RowKey, type Transaction, transact } from './database';
import type { ConfirmedGraph, PatchQueue } from './room-copy';

interface Row {
  readonly key: RowKey;
  readonly value: unknown;
}

/** A queue as it was found. */
export interface FoundQueue extends PatchQueue {
  /** The first row that could not be read and all after it, which mean nothing without it. */
  readonly unreadable: readonly Row[];
  /** What is wrong with the first of them. */
  readonly reason: string | undefined;
}

/** The log as it was found: from the base on without a gap, each with the length of its JSON. */
export interface FoundLog {
  readonly base: ConfirmedGraph | undefined;
  readonly baseUnits: number;
  readonly tail: readonly { readonly patch: AcceptedPatch; readonly units: number }[];
}

export interface FoundRoom extends FoundLog {
  readonly queues: readonly FoundQueue[];
}

/** The clients that have patches waiting in a room, whatever tab holds them. */
export function clientsWithQueue(database: Database, room: string): Promise<string[]> {
  return transact(database, ['queue'], 'readonly', async (transaction) => {
    const clientIds: string[] = [];
    let cursor = await transaction.objectStore('queue').openKeyCursor(keysOf(room));
    while (cursor !== null) {
      const [, clientId] = cursor.key;
      clientIds.push(clientId);
      // On to the next client, however many patches this one has.
      cursor = await cursor.continue([room, clientId, Number.POSITIVE_INFINITY]);
    }
    return clientIds;
  });
}

/** The queues of these clients, whose names must be held. */
export function readQueues(database: Database, room: string, clientIds: readonly string[]): Promise<FoundQueue[]> {
  return transact(database, ['queue'], 'readonly', (transaction) => queuesIn(transaction, room, clientIds));
}

/** Log and queues as they are at one moment: a patch that was settled meanwhile is then in one of them. */
export function readRoom(database: Database, room: string, clientIds: readonly string[]): Promise<FoundRoom> {
  return transact(database, ['base', 'tail', 'queue'], 'readonly', async (transaction) => {
    const [queues, bases, rows] = await Promise.all([
      queuesIn(transaction, room, clientIds),
      rowsIn(transaction, 'base', keysOf(room)),
      rowsIn(transaction, 'tail', keysOf(room)),
    ]);
    return { ...readLog(bases[0], rows), queues };
  });
}

/** A base or patch that cannot be read, and what comes after it, is as if it was not kept: the server has it. */
function readLog(baseRow: Row | undefined, rows: readonly Row[]): FoundLog {
  const base = baseRow && readBase(baseRow);
  const from = base?.confirmed ?? emptyBase(rows);
  if (from === undefined) return { base: undefined, baseUnits: 0, tail: [] };
  const tail: { patch: AcceptedPatch; units: number }[] = [];
  for (const { key, value } of rows) {
    const next = from.version + tail.length + 1;
    if (key[1] !== from.roomEpoch || key[2] < next) continue;
    const patch = parseText(acceptedPatchSchema, value);
    if (!patch.ok || patch.value.serverVersion !== next) break;
    tail.push({ patch: patch.value, units: lengthOf(value) });
  }
  return { base: from, baseUnits: base?.units ?? 0, tail };
}

function readBase({ key: [, roomEpoch, version], value }: Row) {
  const graph = parseText(snapshotSchema, value);
  if (!graph.ok) return undefined;
  return { confirmed: { roomEpoch, version, graph: graph.value }, units: lengthOf(value) };
}

/** What a tail without a base goes on from: the empty graph, if it is the tail of one log and has its beginning. */
function emptyBase(rows: readonly Row[]): ConfirmedGraph | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || first.key[2] !== 1 || last?.key[1] !== first.key[1]) return undefined;
  return { roomEpoch: first.key[1], version: 0, graph: toSnapshot(new Graph()) };
}

function queuesIn(transaction: Transaction<'readonly'>, room: string, clientIds: readonly string[]) {
  return Promise.all(
    clientIds.map(async (clientId) => readQueue(clientId, await rowsIn(transaction, 'queue', keysOf(room, clientId)))),
  );
}

function readQueue(clientId: string, rows: readonly Row[]): FoundQueue {
  const patches: ClientPatch[] = [];
  for (const { key, value } of rows) {
    const ops = parseText(opsSchema, value);
    if (!ops.ok) return { clientId, patches, unreadable: rows.slice(patches.length), reason: ops.reason };
    patches.push({ seq: key[2], ops: ops.value });
  }
  return { clientId, patches, unreadable: [], reason: undefined };
}

async function rowsIn(transaction: Transaction<'readonly'>, name: 'base' | 'tail' | 'queue', range: IDBKeyRange) {
  const store = transaction.objectStore(name);
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.map((key, index): Row => ({ key, value: values[index] }));
}

function parseText<T>(schema: Parameters<typeof parseJson<T>>[0], value: unknown): Parsed<T> {
  return typeof value === 'string' ? parseJson(schema, value) : { ok: false, reason: 'This is not text.' };
}

const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : 0);
