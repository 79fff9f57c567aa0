import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { NO_PRESENCE, type Peer, type PresenceChange, type PresenceState } from '../shared/protocol/presence';
import type { PeerChange } from '../shared/protocol/server-messages';
import { ManualClock } from '../shared/testing/manual-clock';
import { newTestClientId } from '../shared/testing/test-client-ids';
import { PresenceLane } from './presence-lane';

const [BO, CEM] = [newTestClientId(), newTestClientId()];
const bo = { name: 'Bo', color: '#026fd7' };
/** Everyone's, but where it is said. */
const role = 'editor';
const cem = { name: 'Cem', color: '#02823a' };
const at = (x: number) => ({ cursor: { x, y: 0 } });
const selecting = (...nodes: string[]) => ({ selection: { nodes, edges: [] } });

let clock: ManualClock;
let sent: { at: number; change: PresenceChange }[];
let views: ReadonlyMap<string, Peer>[];
let lane: PresenceLane;
beforeEach(() => {
  clock = new ManualClock();
  sent = [];
  views = [];
  lane = new PresenceLane({
    clock,
    send: (change) => sent.push({ at: clock.now(), change }),
    onPeers: (peers) => views.push(peers),
  });
});

const changesSent = () => sent.map(({ change }) => change);
const lastOf = (clientId: string) => views.at(-1)?.get(clientId);

describe('what is sent', () => {
  test('the first change goes at once, the latest of those that follow after a while', () => {
    lane.joined();
    for (const x of [1, 2, 3]) lane.set(at(x));
    expect(changesSent()).toEqual([at(1)]);
    clock.advance(1_000);
    expect(changesSent()).toEqual([at(1), at(3)]);
  });

  test('fields that change at different times go together, and only those that really differ', () => {
    lane.joined();
    lane.set(at(1));
    lane.set(selecting(testNodeId(1)));
    lane.set(at(1));
    lane.set({ editing: null, drag: [] });
    clock.advance(1_000);
    expect(changesSent()).toEqual([at(1), selecting(testNodeId(1))]);
  });

  test('what is seen of the canvas goes as the rest does', () => {
    const view = (zoom: number) => ({ viewport: { x: 1, y: 2, zoom } });
    lane.joined();
    lane.set(view(1));
    lane.set(view(0.5));
    clock.advance(100);
    lane.set({ ...view(0.5), cursor: null });
    clock.advance(100);
    expect(changesSent()).toEqual([view(1), view(0.5)]);
  });

  test('what was changed back meanwhile is not sent, and keeps nothing waiting', () => {
    lane.joined();
    lane.set(at(1));
    lane.set(at(2));
    lane.set(at(1));
    clock.advance(100);
    lane.set(at(1));
    lane.set(at(3));
    expect(changesSent()).toEqual([at(1), at(3)]);
  });

  test('nothing goes before a connection is there; then all that is to be said goes', () => {
    lane.set(at(1));
    lane.set(selecting(testNodeId(1)));
    clock.advance(1_000);
    expect(sent).toEqual([]);
    lane.joined();
    expect(changesSent()).toEqual([{ ...at(1), ...selecting(testNodeId(1)) }]);
  });

  test('a new connection is told everything again, but for what is as with anyone who has just come', () => {
    lane.joined();
    lane.set(at(1));
    lane.lost();
    lane.set({ cursor: null });
    lane.set(selecting(testNodeId(1)));
    clock.advance(1_000);
    expect(changesSent()).toEqual([at(1)]);
    lane.joined();
    expect(changesSent().slice(1)).toEqual([selecting(testNodeId(1))]);
  });

  test('what waits when the connection is lost, or the lane closed, is not sent into it', () => {
    for (const end of ['lost', 'close'] as const) {
      lane.joined();
      lane.set(at(1));
      lane.set(at(2));
      sent.length = 0;
      lane[end]();
      lane.set(at(3));
      clock.advance(1_000);
      expect(sent).toEqual([]);
    }
    expect(clock.waiting).toBe(0);
  });

  test('someone who never keeps still is heard of 30 times a second at most, and not much less', () => {
    lane.joined();
    for (let ms = 0; ms < 3_000; ms++) {
      lane.set(at(ms));
      clock.advance(1);
    }
    const moments = sent.map((message) => message.at);
    for (const moment of moments) {
      const within = moments.filter((other) => other >= moment && other <= moment + 1_000).length;
      expect(within).toBeLessThanOrEqual(30);
      if (moment < 2_000) expect(within).toBeGreaterThan(25);
    }
  });

  test('property: whatever someone does and when, in the end the server knows where they are', () => {
    const step = fc.record({ wait: fc.integer({ min: 0, max: 60 }), x: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const time = new ManualClock();
        let known: PresenceState = NO_PRESENCE;
        const send = (change: PresenceChange) => {
          known = { ...known, ...change };
        };
        const own = new PresenceLane({ clock: time, send, onPeers: () => {} });
        own.joined();
        for (const { wait, x } of steps) {
          time.advance(wait);
          own.set(at(x));
        }
        time.advance(100);
        expect(known.cursor).toEqual(steps.length === 0 ? null : { x: steps.at(-1)?.x, y: 0 });
        expect(time.waiting).toBe(0);
      }),
    );
  });
});

describe('what is heard', () => {
  const hear = (peers: readonly PeerChange[], left: readonly string[] = []) => {
    lane.hear({ type: 'presence', peers: [...peers], left: [...left] });
    clock.advance(20);
  };

  test('someone is named once; later only what changed is said', () => {
    hear([{ clientId: BO, person: bo, role, ...at(1) }]);
    hear([{ clientId: BO, ...selecting(testNodeId(1)) }]);
    hear([{ clientId: BO, cursor: null }]);
    expect(lastOf(BO)).toEqual({
      clientId: BO,
      person: bo,
      role,
      state: { ...NO_PRESENCE, ...selecting(testNodeId(1)) },
    });
  });

  test('a new name changes nothing else', () => {
    hear([{ clientId: BO, person: bo, role, ...at(1) }]);
    hear([{ clientId: BO, person: cem }]);
    expect(lastOf(BO)).toMatchObject({ person: cem, state: at(1) });
  });

  test('what someone sees is known until they see something else, or nothing', () => {
    const viewport = { x: 1, y: 2, zoom: 0.5 };
    hear([{ clientId: BO, person: bo, role, viewport }]);
    hear([{ clientId: BO, ...at(1) }]);
    expect(lastOf(BO)?.state.viewport).toEqual(viewport);
    hear([{ clientId: BO, viewport: null }]);
    expect(lastOf(BO)?.state.viewport).toBeNull();
  });

  test('so does another role', () => {
    hear([{ clientId: BO, person: bo, role, ...at(1) }]);
    hear([{ clientId: BO, role: 'viewer' }]);
    expect(lastOf(BO)).toMatchObject({ person: bo, role: 'viewer', state: at(1) });
  });

  test('what is said of someone who was never named is passed over', () => {
    hear([{ clientId: BO, ...at(1) }]);
    expect(views.at(-1)?.size).toBe(0);
    hear([{ clientId: BO, person: bo, role, ...at(2) }]);
    expect(lastOf(BO)?.state).toMatchObject(at(2));
  });

  test('who left is gone, and each view is a map of its own, with the same objects for those who did nothing', () => {
    hear([
      { clientId: BO, person: bo, role },
      { clientId: CEM, person: cem, role },
    ]);
    hear([{ clientId: BO, ...at(1) }]);
    hear([], [BO]);
    expect(views.map((view) => [...view.keys()])).toEqual([[BO, CEM], [BO, CEM], [CEM]]);
    expect(views[1]?.get(CEM)).toBe(views[0]?.get(CEM));
    expect(views[2]?.get(CEM)).toBe(views[0]?.get(CEM));
  });

  test('a burst is shown at once and then as it ended', () => {
    lane.hear({ type: 'presence', peers: [{ clientId: BO, person: bo, role, ...at(1) }] });
    for (const x of [2, 3, 4]) lane.hear({ type: 'presence', peers: [{ clientId: BO, ...at(x) }] });
    clock.advance(20);
    expect(views.map((view) => view.get(BO)?.state.cursor?.x)).toEqual([1, 4]);
  });

  test('nothing is told any more once it is closed', () => {
    lane.hear({ type: 'presence', peers: [{ clientId: BO, person: bo, role }] });
    lane.hear({ type: 'presence', peers: [{ clientId: CEM, person: cem, role }] });
    lane.close();
    lane.hear({ type: 'presence', peers: [{ clientId: BO, ...at(1) }] });
    lane.lost();
    clock.advance(10_000);
    expect(views.map((view) => view.size)).toEqual([1]);
  });
});

describe('when the connection is lost', () => {
  const named = (clientId: string, change: PresenceChange = {}) =>
    lane.hear({ type: 'presence', peers: [{ clientId, role, person: clientId === BO ? bo : cem, ...change }] });
  const here = () => [...(views.at(-1)?.keys() ?? [])];
  beforeEach(() => {
    lane.joined();
    named(BO, at(1));
    named(CEM, selecting(testNodeId(1)));
    clock.advance(20);
  });

  test('the others are gone within seconds', () => {
    lane.lost();
    clock.advance(2_000);
    expect(here()).toEqual([BO, CEM]);
    clock.advance(2_000);
    expect(here()).toEqual([]);
  });

  test('a try that fails gives them no more time', () => {
    lane.lost();
    for (let tries = 0; tries < 4; tries++) {
      clock.advance(1_000);
      lane.lost();
    }
    expect(here()).toEqual([]);
  });

  test('and comes back soon, those who are named again stay, as they are said to be now; the rest go', () => {
    lane.lost();
    clock.advance(2_000);
    named(CEM, at(5));
    lane.joined();
    clock.advance(2_000);
    expect(here()).toEqual([BO, CEM]);
    clock.advance(2_000);
    expect(here()).toEqual([CEM]);
    expect(lastOf(CEM)?.state).toEqual({ ...NO_PRESENCE, ...at(5) });
  });

  test('those who come with a new connection are not doubted', () => {
    lane.lost();
    lane.joined();
    named(BO);
    named(CEM);
    clock.advance(10_000);
    expect(here()).toEqual([BO, CEM]);
  });
});
