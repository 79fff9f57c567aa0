import { beforeEach, expect, test } from 'vitest';
import type { ConfirmedGraph, PatchName } from '../offline/room-copy';
import { Replica, type ServerEvent } from '../replica/replica';
import { Graph } from '../shared/graph/graph';
import { toSnapshot } from '../shared/graph/snapshot';
import type { AcceptedPatch } from '../shared/protocol/server-messages';
import { testClientId } from '../shared/testing/test-client-ids';
import { keepStep } from './keep-step';

const [ME, OTHER] = [testClientId(1), testClientId(2)];
const ops = (title: string): AcceptedPatch['ops'] => [{ op: 'set_title', title }];
const theirs = (serverVersion: number): ServerEvent => ({
  type: 'patch',
  patch: { serverVersion, clientId: OTHER, seq: serverVersion, ops: ops(`Version ${serverVersion}`) },
});
const ack = (seq: number, serverVersion: number): ServerEvent => ({
  type: 'ack',
  clientId: ME,
  seq,
  serverVersion,
  skipped: [],
});

/** What the copy was told, in order. */
type Told =
  | { readonly replaced: ConfirmedGraph }
  | { readonly versions: readonly number[]; readonly by: readonly string[]; readonly settled: readonly PatchName[] };

let replica: Replica;
beforeEach(() => {
  replica = new Replica(ME);
});

/** Takes the events in as one step. @returns what the copy is told of it */
function step(...events: ServerEvent[]): Told[] {
  const told: Told[] = [];
  const before = replica.serverVersion;
  const { settled } = replica.receive(events);
  const copy = {
    replaced: (replaced: ConfirmedGraph) => void told.push({ replaced }),
    confirmed: (epoch: string, patches: readonly AcceptedPatch[], names: readonly PatchName[]) => {
      expect(epoch).toBe('epoch');
      const by = patches.map(({ clientId, seq }) => `${clientId === ME ? 'me' : 'other'} ${seq}`);
      told.push({ versions: patches.map(({ serverVersion }) => serverVersion), by, settled: names });
    },
  };
  keepStep(copy, 'epoch', replica, { events, settled, before });
  return told;
}

test('O1: others’ patches and own ones that were acknowledged are the log’s next, in its order', () => {
  for (const title of ['First', 'Second']) replica.submit(ops(title));
  expect(step(theirs(1), ack(1, 2), theirs(3), ack(2, 4))).toEqual([
    {
      versions: [1, 2, 3, 4],
      by: ['other 1', 'me 1', 'other 3', 'me 2'],
      settled: [
        { clientId: ME, seq: 1 },
        { clientId: ME, seq: 2 },
      ],
    },
  ]);
});

test('O1: an own patch that comes whole, as after coming back, is told once and waits no more', () => {
  replica.submit(ops('Mine'));
  const patch = { serverVersion: 1, clientId: ME, seq: 1, ops: ops('Mine') };
  expect(step({ type: 'patch', patch }, ack(1, 1))).toEqual([
    { versions: [1], by: ['me 1'], settled: [{ clientId: ME, seq: 1 }] },
  ]);
});

test('O1: what was refused waits no more, and is not in the log; what came with it is', () => {
  for (const title of ['First', 'Second']) replica.submit(ops(title));
  const nack: ServerEvent = { type: 'nack', clientId: ME, seq: 1, code: 'LIMIT_REACHED', reason: '' };
  const settled = [1, 2].map((seq) => ({ clientId: ME, seq }));
  expect(step(nack, ack(2, 1))).toEqual([{ versions: [1], by: ['me 2'], settled }]);
});

test('O1: of a step in which all was refused, just that is told', () => {
  replica.submit(ops('Mine'));
  expect(step({ type: 'nack', clientId: ME, seq: 1, code: 'LIMIT_REACHED', reason: '' })).toEqual([
    { versions: [], by: [], settled: [{ clientId: ME, seq: 1 }] },
  ]);
});

test('a graph that was taken anew is told as it is after the step; what came after it is in it', () => {
  replica.submit(ops('Mine'));
  const reset: ServerEvent = { type: 'reset', serverVersion: 5, graph: new Graph() };
  const told = step(reset, theirs(6), { type: 'decided', lastSeqs: { [ME]: 1 } }, ack(1, 3));
  expect(told).toEqual([
    { replaced: { roomEpoch: 'epoch', version: 6, graph: toSnapshot(replica.confirmed) } },
    { versions: [], by: [], settled: [{ clientId: ME, seq: 1 }] },
  ]);
  expect(replica.confirmed.get('info', 'info')).toEqual({ title: 'Version 6' });
});

test('a patch that was heard before is not told again', () => {
  step(theirs(1));
  expect(step(theirs(1), theirs(2))).toEqual([{ versions: [2], by: ['other 2'], settled: [] }]);
  expect(step(theirs(2))).toEqual([]);
});

test('R4: of a step that does not fit, what was taken in is told, and no more', () => {
  expect(step(theirs(1), theirs(3), theirs(4))).toEqual([{ versions: [1], by: ['other 1'], settled: [] }]);
});

test('an own patch that was decided long before is settled, but its place in the log was told then', () => {
  replica.submit(ops('Mine'));
  step({ type: 'reset', serverVersion: 5, graph: new Graph() }, { type: 'decided', lastSeqs: { [ME]: 1 } });
  expect(step(ack(1, 3))).toEqual([{ versions: [], by: [], settled: [{ clientId: ME, seq: 1 }] }]);
});
