/** What the members of a room see of each other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES, type Role } from '../src/shared/access';
import { assert } from '../src/shared/assert';
import type { Person } from '../src/shared/protocol/person';
import { NO_PRESENCE, type PresenceChange, type PresenceState } from '../src/shared/protocol/presence';
import { ManualClock } from '../src/shared/testing/manual-clock';
import { prometheusMetrics } from './metrics/prometheus-metrics';
import { Presence } from './presence';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo, nodeNo } from './testing/ids';
import { testRooms } from './testing/test-rooms';

const [ANN, BOB, CAT, DAN] = [clientNo(1), clientNo(2), clientNo(3), clientNo(4)];
const person = (name: string): Person => ({ name, color: '#123456' });
const cursor = (x: number): PresenceChange => ({ cursor: { x, y: 0 } });
const INTERVAL = 33;

function scene() {
  const { rooms, clock, metrics } = testRooms(memoryStorage());
  const id = rooms.create();
  const join = (clientId: string, name: string) => new FakeMember(clientId).join(rooms, id, { person: person(name) });
  const ann = join(ANN, 'Ann');
  const bob = join(BOB, 'Bob');
  clock.advance(INTERVAL);
  ann.presence.splice(0);
  bob.presence.splice(0);
  return { clock, metrics, join, ann, bob };
}

test('P1: a newcomer is told all about the others at once; the others learn who came', () => {
  const { clock, join, ann, bob } = scene();
  ann.show(cursor(5));
  const cat = join(CAT, 'Cat');
  expect(cat.presence).toEqual([
    {
      type: 'presence',
      peers: [
        { clientId: ANN, person: person('Ann'), role: 'editor', ...NO_PRESENCE, ...cursor(5) },
        { clientId: BOB, person: person('Bob'), role: 'editor', ...NO_PRESENCE },
      ],
    },
  ]);
  clock.advance(INTERVAL);
  expect(bob.presence).toEqual([
    {
      type: 'presence',
      peers: [
        { clientId: ANN, ...cursor(5) },
        { clientId: CAT, person: person('Cat'), role: 'editor', ...NO_PRESENCE },
      ],
    },
  ]);
});

test('P1: who leaves is gone for the others; a client that comes back in the same moment is not', () => {
  const { clock, join, ann, bob } = scene();
  bob.leave();
  clock.advance(INTERVAL);
  expect(ann.presence.splice(0)).toEqual([{ type: 'presence', peers: [], left: [BOB] }]);
  const back = join(BOB, 'Bob');
  clock.advance(INTERVAL);
  ann.presence.splice(0);
  back.show(cursor(5));
  clock.advance(INTERVAL);
  join(BOB, 'Bobby');
  clock.advance(INTERVAL);
  expect(ann.presence.splice(0)).toEqual([
    { type: 'presence', peers: [{ clientId: BOB, ...cursor(5) }] },
    { type: 'presence', peers: [{ clientId: BOB, person: person('Bobby'), role: 'editor', ...NO_PRESENCE }] },
  ]);
});

test('P2: of what changes within an interval only the latest is told, in one frame, and of what did not nothing', () => {
  const { clock, ann, bob } = scene();
  ann.show(cursor(1));
  clock.advance(0);
  expect(bob.presence.splice(0)).toEqual([{ type: 'presence', peers: [{ clientId: ANN, ...cursor(1) }] }]);
  for (let x = 2; x <= 30; x += 1) {
    ann.show(cursor(x));
    clock.advance(1);
  }
  ann.show({ selection: { nodes: [nodeNo(1)], edges: [] } });
  expect(bob.presence).toEqual([]);
  clock.advance(INTERVAL);
  expect(bob.presence).toEqual([
    {
      type: 'presence',
      peers: [{ clientId: ANN, ...cursor(30), selection: { nodes: [nodeNo(1)], edges: [] } }],
    },
  ]);
  expect(ann.presence).toEqual([]);
});

test('P2: nobody is told of themselves, and no timer runs while nothing changes', () => {
  const { clock, join, ann, bob } = scene();
  const cat = join(CAT, 'Cat');
  clock.advance(INTERVAL);
  for (const member of [ann, bob, cat]) member.presence.splice(0);
  expect(clock.waiting).toBe(0);
  ann.show(cursor(1));
  bob.show(cursor(2));
  expect(clock.waiting).toBe(1);
  clock.advance(INTERVAL);
  expect(clock.waiting).toBe(0);
  const [ofAnn, ofBob] = [
    { clientId: ANN, ...cursor(1) },
    { clientId: BOB, ...cursor(2) },
  ];
  expect(ann.presence).toEqual([{ type: 'presence', peers: [ofBob] }]);
  expect(bob.presence).toEqual([{ type: 'presence', peers: [ofAnn] }]);
  expect(cat.presence).toEqual([{ type: 'presence', peers: [ofAnn, ofBob] }]);
  ann.show(cursor(3));
  for (const member of [ann, bob, cat]) member.leave();
  expect(clock.waiting).toBe(0);
});

test('P3: someone who changes their name is told of with it, and with nothing else', () => {
  const { clock, ann, bob } = scene();
  ann.room.rename(ann, person('Anna'));
  clock.advance(INTERVAL);
  expect(bob.presence).toEqual([
    { type: 'presence', peers: [{ clientId: ANN, person: person('Anna'), role: 'editor' }] },
  ]);
});

test('P4: who reads too slowly is told nothing until it has read, and then how everything is', async () => {
  const { clock, metrics, join, ann, bob } = scene();
  const [cat, dan] = [join(CAT, 'Cat'), join(DAN, 'Dan')];
  clock.advance(INTERVAL);
  bob.presence.splice(0);
  bob.backlog = 256 * 1024 + 1;
  cat.leave();
  for (let x = 1; x <= 3; x += 1) {
    ann.show(cursor(x));
    clock.advance(INTERVAL);
  }
  dan.leave();
  clock.advance(INTERVAL);
  expect(bob.presence).toEqual([]);
  expect(await metrics()).toContain('kumiko_presence_dropped_total{why="slow"} 1');
  bob.drain();
  expect(bob.presence.splice(0)).toEqual([
    {
      type: 'presence',
      peers: [{ clientId: ANN, person: person('Ann'), role: 'editor', ...NO_PRESENCE, ...cursor(3) }],
      left: [DAN, CAT],
    },
  ]);
  ann.show(cursor(4));
  clock.advance(INTERVAL);
  expect(bob.presence).toHaveLength(1);
});

const who = fc.integer({ min: 0, max: 3 });
const change: fc.Arbitrary<PresenceChange> = fc.record(
  {
    cursor: fc.option(fc.record({ x: fc.nat({ max: 9 }), y: fc.constant(0) }), { nil: null }),
    selection: fc.record({ nodes: fc.subarray([nodeNo(1), nodeNo(2)]), edges: fc.constant([]) }),
  },
  { requiredKeys: [] },
);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('enter' as const), who, name: fc.constantFrom('A', 'B') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('welcome', 'leave', 'slow', 'drain'), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), who, name: fc.constantFrom('C', 'D') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setRole' as const), who, role: fc.constantFrom(...ROLES) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('change' as const), who, change }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), time: fc.nat({ max: 50 }) }) },
);

interface Seen {
  person: Person;
  role: Role;
  state: PresenceState;
}

/** What a client that was sent these frames believes. */
function view(frames: FakeMember['presence']): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { peers, left = [] } of frames) {
    for (const { clientId, person: named, role: given, ...news } of peers) {
      const known = seen.get(clientId);
      const now = named ?? known?.person;
      const role = given ?? known?.role;
      assert(now && role, 'someone is told of who was never named');
      seen.set(clientId, { person: now, role, state: { ...(known?.state ?? NO_PRESENCE), ...news } });
    }
    for (const clientId of left) seen.delete(clientId);
  }
  return seen;
}

test('P5: whatever happens, in the end everyone sees the others as they are', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const clock = new ManualClock();
      const limits = { presenceBacklog: 10, presenceInterval: INTERVAL };
      const presence = new Presence({ clock, limits, metrics: prometheusMetrics() });
      const here = new Map<number, Seen & { member: FakeMember }>();
      const leave = (n: number) => {
        const one = here.get(n);
        if (one !== undefined) presence.leave(one.member);
        here.delete(n);
      };
      for (const one of steps) {
        if (one.do === 'pass') {
          clock.advance(one.time);
          continue;
        }
        if (one.do === 'enter') {
          leave(one.who);
          const member = new FakeMember(clientNo(one.who));
          presence.enter(member, member.clientId, person(one.name), 'editor');
          here.set(one.who, { member, person: person(one.name), role: 'editor', state: NO_PRESENCE });
          continue;
        }
        const found = here.get(one.who);
        if (found === undefined) continue;
        if (one.do === 'change') {
          found.state = { ...found.state, ...one.change };
          presence.change(found.member, one.change);
        } else if (one.do === 'rename') {
          found.person = person(one.name);
          presence.rename(found.member, found.person);
        } else if (one.do === 'setRole') {
          found.role = one.role;
          presence.setRole(found.member, one.role);
        } else if (one.do === 'leave') leave(one.who);
        else if (one.do === 'welcome') presence.welcomed(found.member);
        else if (one.do === 'slow') found.member.backlog = 11;
        else found.member.drain();
      }
      for (const { member } of here.values()) {
        presence.welcomed(member);
        member.drain();
      }
      clock.advance(INTERVAL);
      for (const { member } of here.values()) {
        const others = [...here.values()].filter((other) => other.member !== member);
        const expected = new Map(
          others.map(({ member: of, person, role, state }) => [of.clientId, { person, role, state }]),
        );
        expect(view(member.presence)).toEqual(expected);
      }
      expect(clock.waiting).toBe(0);
    }),
    { numRuns: 300 },
  );
});
