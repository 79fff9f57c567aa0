/** Members that read more slowly than patches come. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { must } from '../src/shared/assert';
import type { ServerMessage } from '../src/shared/protocol/server-messages';
import { ROOM_LIMITS } from './room-ports';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { setTitle } from './testing/ops';
import { testRooms } from './testing/test-rooms';

const TOO_MUCH = ROOM_LIMITS.patchBacklog + 1;

/** A room where Ann has set the title twice, and Bob has read it. */
function scene(ports: Parameters<typeof testRooms>[1] = {}) {
  const storage = memoryStorage();
  const { rooms, problems, clock, metrics } = testRooms(storage, ports);
  const id = rooms.create();
  const ann = new FakeMember(clientNo(1)).join(rooms, id);
  const bob = new FakeMember(clientNo(2)).join(rooms, id);
  let seq = 0;
  const title = () => {
    seq += 1;
    ann.submit(seq, [setTitle(`Title ${seq}`)]);
    rooms.flush();
  };
  title();
  title();
  bob.take();
  return { rooms, id, ann, bob, title, problems, clock, metrics };
}

const versions = (messages: readonly ServerMessage[]) =>
  messages.flatMap((message) =>
    message.type === 'patch_broadcast' ? message.patches.map(({ serverVersion }) => serverVersion) : [],
  );

test('L11: who reads too slowly is sent nothing more, then a welcome with all it lacks, and goes on as before', async () => {
  const { ann, bob, title, clock, metrics } = scene();
  bob.backlog = TOO_MUCH;
  title();
  title();
  expect(bob.take()).toEqual([]);
  expect(ann.take()).toHaveLength(4 + 1);
  bob.drain();
  expect(bob.frames).toHaveLength(1);
  const [welcome, ...rest] = bob.take();
  expect(welcome).toMatchObject({ type: 'welcome', serverVersion: 4, lastSeqs: { [bob.clientId]: 0 } });
  expect(welcome).not.toHaveProperty('snapshot');
  expect(versions(rest)).toEqual([3, 4]);
  title();
  expect(versions(bob.take())).toEqual([5]);
  expect(clock.waiting).toBeLessThanOrEqual(1); // Presence's, at most: nobody waits for Bob any more.
  clock.advance(ROOM_LIMITS.patience);
  expect(bob.closedWith).toBeUndefined();
  expect(await metrics()).toContain('kumiko_slow_consumers_total{what="behind"} 1');
});

test('L11: a backlog that is not too much stops nothing', () => {
  const { bob, title } = scene();
  bob.backlog = ROOM_LIMITS.patchBacklog;
  title();
  expect(versions(bob.take())).toEqual([3]);
});

test('L11: the patches of who is behind count, and their outcomes are told when they are sent again', () => {
  const { rooms, bob, title } = scene();
  bob.backlog = TOO_MUCH;
  title();
  bob.submit(1, [setTitle('Bob’s')]);
  bob.submit(2, 'nonsense');
  rooms.flush();
  expect(bob.take()).toEqual([]);
  bob.drain();
  const [welcome, ...rest] = bob.take();
  expect(welcome).toMatchObject({ serverVersion: 4, lastSeqs: { [bob.clientId]: 2 } });
  expect(versions(rest)).toEqual([3, 4]);
  bob.submit(1, [setTitle('Bob’s')]);
  bob.submit(2, 'nonsense');
  bob.submit(3, [setTitle('Next')]);
  rooms.flush();
  expect(bob.take()).toMatchObject([
    { type: 'ack', seq: 1, serverVersion: 4 },
    { type: 'nack', seq: 2, code: 'BAD_PATCH' },
    { type: 'ack', seq: 3, serverVersion: 5 },
  ]);
});

test('L11: who lacks too much starts over from a snapshot', async () => {
  const { bob, title } = scene({ catchUp: { patches: 3, bytes: 1_000_000 } });
  bob.backlog = TOO_MUCH;
  for (let n = 0; n < 6; n += 1) title();
  bob.drain();
  await vi.waitFor(() => expect(bob.frames).not.toEqual([]));
  const [welcome, ...rest] = bob.take();
  expect(welcome).toMatchObject({ type: 'welcome', serverVersion: 8, snapshot: { url: expect.any(String) } });
  const base = must(welcome?.type === 'welcome' ? welcome.snapshot : undefined, 'the snapshot').version;
  expect([base, ...versions(rest)].at(-1)).toBe(8);
  title();
  expect(versions(bob.take())).toEqual([9]);
});

test('L11: who has not read by the end of the patience is cut off with a reason', async () => {
  const { bob, title, clock, problems, metrics } = scene();
  bob.backlog = TOO_MUCH;
  title();
  clock.advance(ROOM_LIMITS.patience - 1);
  expect(bob.closedWith).toBeUndefined();
  clock.advance(1);
  expect(bob.closedWith).toBe(1013);
  expect(bob.take()).toEqual([{ type: 'error', code: 'TOO_SLOW', reason: expect.stringMatching(/\w+.*\.$/) }]);
  expect(problems).toEqual([expect.stringMatching(/too slowly/)]);
  expect(await metrics()).toContain('kumiko_slow_consumers_total{what="closed"} 1');
  bob.drain();
  expect(bob.take()).toEqual([]);
});

test('L11: who leaves while it is behind is waited for no more', () => {
  const { rooms, ann, bob, title, clock } = scene();
  bob.backlog = TOO_MUCH;
  title();
  bob.leave();
  ann.leave();
  expect(clock.waiting).toBe(0);
  bob.drain();
  expect(bob.take()).toEqual([]);
  expect(rooms.size).toBe(1);
});

test('L11: when the storage fails while someone is brought up to date, the room is thrown away and nothing else', () => {
  const storage = memoryStorage();
  const { rooms, problems } = testRooms(storage);
  const id = rooms.create();
  const ann = new FakeMember(clientNo(1)).join(rooms, id);
  const bob = new FakeMember(clientNo(2)).join(rooms, id);
  bob.backlog = TOO_MUCH;
  ann.submit(1, [setTitle('Title')]);
  rooms.flush();
  storage.close();
  bob.drain();
  expect(problems).toHaveLength(1);
  expect([ann.closedWith, bob.closedWith]).toEqual([1013, 1013]);
});

const client = fc.integer({ min: 0, max: 2 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('patch' as const), client }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), client }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('slow' as const, 'drain' as const), client }) },
);

test('L11: whoever reads slowly, and whenever, each is told every version once and in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const { rooms } = testRooms(memoryStorage());
      const id = rooms.create();
      const members = [1, 2, 3].map((n) => new FakeMember(clientNo(n)).join(rooms, id));
      const seqs = [0, 0, 0];
      let version = 0;
      for (const { do: action, client: n } of steps) {
        const member = must(members[n], 'the member');
        if (action === 'patch') {
          const seq = must(seqs[n], 'the seq') + 1;
          seqs[n] = seq;
          version += 1;
          member.submit(seq, [setTitle(`Title ${version}`)]);
        } else if (action === 'commit') rooms.flush();
        else if (action === 'slow') member.backlog = TOO_MUCH;
        else member.drain();
      }
      rooms.flush();
      for (const member of members) {
        member.drain();
        const heard: number[] = [];
        for (const frame of member.frames) {
          for (const message of frame) {
            if (message.type === 'ack') heard.push(message.serverVersion);
            else heard.push(...versions([message]));
          }
          // With welcome comes all there is, and nothing that is not stored.
          if (frame[0]?.type === 'welcome') expect(heard).toHaveLength(frame[0].serverVersion);
        }
        expect(heard).toEqual(Array.from({ length: version }, (_, index) => index + 1));
      }
    }),
    { numRuns: 100 },
  );
});
