// @vitest-environment happy-dom
/**
 * Whatever comes over the wire, a tab never breaks: what it does not understand it says in words, and takes the server's
 * graph anew; what is pending stays. In a page, where zod works without compiled validators.
 */
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Dice } from '../../server/testing/dice';
import { AS_IT_IS, preview } from '../../server/testing/hostile-messages';
import { shortReport } from '../../server/testing/short-report';
import { spoil, waysToSpoil } from '../../server/testing/spoil-json';
import { Replica } from '../replica/replica';
import { assert } from '../shared/assert';
import { applyPatch } from '../shared/graph/apply-patch';
import { canonicalGraph } from '../shared/graph/canonical';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { SCHEMA_OPS, testNodeId } from '../shared/graph/ops.arbitrary';
import { parseJson } from '../shared/protocol/parse';
import { type ServerMessage, serverFrameSchema } from '../shared/protocol/server-messages';
import { ManualClock } from '../shared/testing/manual-clock';
import { TEST_SECRET, testClientId } from '../shared/testing/test-client-ids';
import type { SocketEvents } from './room-socket';
import { Session } from './session';
import { arbitraryFrame, SERVER_FACTS } from './testing/server-messages.arbitrary';
import { welcomeMessage } from './testing/welcome';

const node = (n: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: {},
});
/** What the room's log holds, all of it by someone else. */
const LOG: readonly (readonly Op[])[] = [SCHEMA_OPS, [node(0), node(1)], [{ op: 'set_title', title: 'True' }]];
const OWN: readonly Op[] = [node(2)];

/** The graph at the end of the log, and with the own patch on top. */
const [TRUE_GRAPH, ACKNOWLEDGED] = (() => {
  const graph = new Graph();
  for (const ops of LOG) applyPatch(graph, ops);
  const confirmed = canonicalGraph(graph);
  applyPatch(graph, OWN);
  return [confirmed, canonicalGraph(graph)];
})();

/** @param clientIds who the server knows nothing of */
const welcome = (clientIds: readonly string[]): ServerMessage =>
  welcomeMessage({
    serverVersion: LOG.length,
    lastSeqs: Object.fromEntries(clientIds.map((clientId) => [clientId, 0])),
    snapshot: { version: 0 },
  });
const HISTORY: ServerMessage = {
  type: 'patch_broadcast',
  patches: LOG.map((ops, index) => ({
    serverVersion: index + 1,
    clientId: testClientId(50),
    seq: index + 1,
    ops: [...ops],
  })),
};

/** How far a session has come when it hears something. */
type Moment = 'greeting' | 'joining' | 'live';

/** A session, and a server that says what the test makes it say. */
class Scene {
  readonly replica = new Replica(testClientId(0));
  readonly session: Session;
  readonly troubles: string[] = [];
  readonly #clock = new ManualClock();
  #events: SocketEvents | undefined;
  /** Whether the session wants another connection. */
  wantsAnother = false;

  constructor() {
    let clients = 100;
    this.session = new Session({
      replica: this.replica,
      clock: this.#clock,
      credentials: { clientSecret: TEST_SECRET, key: () => undefined, tryAnotherKey: () => false },
      newClientId: () => {
        clients += 1;
        return testClientId(clients);
      },
      person: () => ({ name: 'Tess', color: '#336699' }),
      copy: { queued: () => {}, requeued: () => {}, confirmed: () => {}, replaced: () => {} },
      presence: { joined: () => {}, lost: () => {}, hear: () => {} },
      connect: (events) => {
        this.#events = events;
        const reconnect = () => {
          this.wantsAnother = true;
        };
        return { send: () => {}, reconnect, connectNow: () => {}, close: () => {} };
      },
      fetchSnapshot: () => Promise.reject(new Error('There is none.')),
      onChanges: () => {},
      onSettled: () => {},
      onAccess: () => {},
      onProgress: () => {},
      onTrouble: (sentence) => this.troubles.push(sentence),
    });
  }

  hear(frame: string | readonly ServerMessage[]): void {
    this.#events?.onText(typeof frame === 'string' ? frame : JSON.stringify(frame));
    this.#clock.advance(10);
  }

  /** Connects anew to an honest server. In the end the own patch is pending, if it can be. */
  reach(moment: Moment): void {
    this.#connect();
    if (moment === 'greeting') return;
    if (moment === 'joining') {
      this.hear([this.#welcome]);
      return;
    }
    this.hear([this.#welcome, HISTORY]);
    // Of what a liar said was decided, the honest server knows nothing: it is asked again under another name.
    while (this.wantsAnother) {
      this.#connect();
      this.hear([this.#welcome, HISTORY]);
    }
    if (this.replica.pending.length === 0) this.session.submit(OWN);
  }

  /** The server takes what is pending. */
  acknowledge(): void {
    const acks = this.replica.pending.map(
      ({ clientId, seq }, index): ServerMessage => ({
        type: 'ack',
        ...(clientId !== this.replica.clientId && { clientId }),
        seq,
        serverVersion: LOG.length + 1 + index,
        skipped: [],
      }),
    );
    this.hear(acks);
  }

  #connect(): void {
    this.wantsAnother = false;
    this.#events?.onClose(1006);
    this.#events?.onOpen();
  }

  get #welcome(): ServerMessage {
    const { clientId, pending } = this.replica;
    return welcome([clientId, ...pending.map((patch) => patch.clientId)]);
  }

  /** What no frame may change that is not understood. */
  get state() {
    const { serverVersion, pending, view } = this.replica;
    return { serverVersion, pending, view: canonicalGraph(view) };
  }
}

/** A browser hands over text alone. */
const WAYS = waysToSpoil(SERVER_FACTS).filter((way) => way !== 'binary' && way !== 'wrongUtf8');

const draft = fc.record({
  frame: arbitraryFrame,
  way: fc.constantFrom(AS_IT_IS, AS_IT_IS, AS_IT_IS, ...WAYS),
  seed: fc.noBias(fc.nat()),
  moment: fc.constantFrom<Moment[]>('live', 'live', 'joining', 'greeting'),
  /** Whether the session comes from an honest server, rather than from what was heard before. */
  fresh: fc.boolean(),
});

/** What is logged when a tab is out of step is a bug's trace; here the server is the bug. */
function silence(): void {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
}

test('5,000 frames of a server that errs: what is none is said in words and changes nothing, and an honest server mends all', async () => {
  silence();
  const counts = { wrong: 0, understood: 0, believed: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(draft, { minLength: 50, maxLength: 50 }), async (drafts) => {
      const scene = new Scene();
      scene.reach('live');
      for (const { frame, way, seed, moment, fresh } of drafts) {
        if (fresh || scene.wantsAnother) scene.reach(moment);
        const spoilt = way === AS_IT_IS ? undefined : spoil(frame, way, new Dice(seed), SERVER_FACTS);
        const text = spoilt?.frame ?? JSON.stringify(frame);
        assert(typeof text === 'string', 'a page hears text alone');
        const { state: before, troubles } = scene;
        const said = troubles.length;
        scene.hear(text);
        if (spoilt !== undefined && spoilt.isWrong !== false) {
          counts.wrong += 1;
          const what = preview({ ...spoilt, way });
          expect(troubles.slice(said), what).toEqual([
            expect.stringMatching(/does not understand \(.+\)\. Reloading/s),
          ]);
          expect(scene.wantsAnother, what).toBe(true);
          expect(scene.session.phase).toBe('connecting');
          expect(scene.state, what).toEqual(before);
        } else if (parseJson(serverFrameSchema, text).ok) {
          counts.understood += 1;
          if (scene.state.view !== before.view) counts.believed += 1;
        }
        await Promise.resolve(); // A snapshot that a welcome named is not to be had.
      }
      scene.reach('live');
      expect(scene.session.phase).toBe('live');
      expect(canonicalGraph(scene.replica.confirmed)).toBe(TRUE_GRAPH);
      scene.acknowledge();
      expect(scene.replica.pending).toEqual([]);
      expect(canonicalGraph(scene.replica.view)).toBe(ACKNOWLEDGED);
    }),
    { numRuns: 100, endOnFailure: true, asyncReporter: shortReport },
  );
  expect(counts.wrong).toBeGreaterThan(2_000);
  expect(counts.understood).toBeGreaterThan(500);
  expect(counts.believed).toBeGreaterThan(25);
});

test.each([
  // More than zod can note as wrong without running out of stack.
  ['200,000 patches that are none', `{"type":"patch_broadcast","patches":[${Array(200_000).fill(0).join()}]}`],
  ['arrays 1,000,000 deep', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
])('%s are a frame like any other that is not understood', (_, frame) => {
  const scene = new Scene();
  scene.reach('live');
  const before = scene.state;
  scene.hear(frame);
  expect(scene.troubles).toEqual([expect.stringContaining('does not understand')]);
  expect(scene.state).toEqual(before);
});
