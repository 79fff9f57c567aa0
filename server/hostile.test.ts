/**
 * L8: whatever a client sends, it harms nobody else. Messages of every type are spoilt with knowledge of their structure
 * (`testing/spoil-json.ts`) and sent to the real server; each has its answer, and what is wrong has no effect.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { must } from '../src/shared/assert';
import { canonicalGraph } from '../src/shared/graph/canonical';
import { SCHEMA_OPS } from '../src/shared/graph/ops.arbitrary';
import { loadRoom } from './load-room';
import { BYSTANDER } from './testing/client-messages.arbitrary';
import { AS_IT_IS, arbitraryDraft, type Draft, TYPED, WAYS } from './testing/hostile-messages';
import { isRefused, type Told, tellStory } from './testing/hostile-story';
import { clientNo } from './testing/ids';
import { memoryServer, UNLIMITED } from './testing/memory-server';
import { shortReport } from './testing/short-report';
import { Stranger } from './testing/stranger';
import { tempDir } from './testing/temp-dir';
import { testServer } from './testing/test-server';
import { Witness } from './testing/witness';

const MESSAGES = 100;

/** Stories of so many messages each. Of one that fails, the seed, the path and the message are told. */
async function stories(numRuns: number, tell: (drafts: readonly Draft[]) => Promise<void>): Promise<void> {
  const drafts = fc.array(arbitraryDraft, { minLength: MESSAGES, maxLength: MESSAGES });
  await fc.assert(fc.asyncProperty(drafts, tell), {
    numRuns,
    // What failed is one message, and that is told; smaller ones before it would tell nothing more.
    endOnFailure: true,
    asyncReporter: shortReport,
  });
}

/** What a stranger can have logged: that it was cut off, and that it says to hold another graph. */
const HARMLESS = /was cut off|has another graph at version/;

const inherited = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
function expectUnpolluted(): void {
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(inherited);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(Reflect.get(Object, 'polluted')).toBeUndefined();
}

/** How many of something there were, by name. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, this.of(name) + 1);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
}

function count(tally: Tally, { draft, message, answer, tookEffect }: Told): void {
  tally.add('all');
  if (message.expected !== 'anything') tally.add('wrong');
  const refused = ['refused', `refused ${message.way}`, `refused ${draft.message.type}`];
  if (isRefused(answer)) for (const name of refused) tally.add(name);
  if (tookEffect) tally.add(message.way === AS_IT_IS ? 'took effect' : 'took effect though spoilt');
}

test('L8: of 100,000 messages, each has an answer, what is wrong has no effect, and nobody else notices', async () => {
  const tally = new Tally();
  await stories(1_000, async (drafts) => {
    const server = memoryServer();
    const room = server.rooms.create();
    const witness = await new Witness(server.connect(room)).join(BYSTANDER);
    await witness.edit([...SCHEMA_OPS, TYPED]);
    const stranger = new Stranger(() => server.connect(room));
    const told = await tellStory(drafts, { witness, stranger, onPause: () => server.advance(50) });
    for (const one of told) count(tally, one);
    const stored = loadRoom(server.storage, must(server.storage.room(room), 'the room'));
    expect(stored.version).toBe(witness.version);
    expect(canonicalGraph(stored.graph)).toBe(canonicalGraph(witness.graph));
    expect(server.problems.filter((line) => !HARMLESS.test(line))).toEqual([]);
    expectUnpolluted();
    await witness.leave();
    await server.close();
  });
  // A test that refuses all, or nothing, proves nothing.
  expect(tally.of('all')).toBe(100_000);
  expect(tally.of('wrong')).toBeGreaterThan(40_000);
  expect(tally.of('refused')).toBeGreaterThan(tally.of('wrong'));
  expect(tally.of('took effect')).toBeGreaterThan(4_000);
  expect(tally.of('took effect though spoilt')).toBeGreaterThan(500);
  for (const way of WAYS) expect([way, tally.of(`refused ${way}`)]).toEqual([way, expect.toSatisfy((n) => n >= 200)]);
  for (const type of ['hello', 'patch', 'presence', 'person', 'check', 'checked', 'ping']) {
    expect([type, tally.of(`refused ${type}`)]).toEqual([type, expect.toSatisfy((n) => n >= 1_000)]);
  }
}, 300_000);

test('L8: the same over the network and with the disk: 5,000 messages', async () => {
  // The messages have keys of their own making.
  const authorizeModule = join(tempDir(), 'authorize.mjs');
  writeFileSync(authorizeModule, "export default () => 'owner';");
  const server = await testServer({
    authorizeModule,
    limits: {
      patchRate: UNLIMITED,
      messageRate: UNLIMITED,
      byteRate: UNLIMITED,
      httpRate: UNLIMITED,
      roomRate: UNLIMITED,
      helloBytes: 1e12,
    },
  });
  await stories(50, async (drafts) => {
    const room = await server.newRoom();
    const connect = () => new WebSocket(`${server.url.replace('http', 'ws')}/parties/room/${room}`);
    const witness = await new Witness(connect()).join(BYSTANDER);
    await witness.edit([...SCHEMA_OPS, TYPED]);
    const told = await tellStory(drafts, { witness, stranger: new Stranger(connect), onPause: () => {} });
    expect(told.filter(({ tookEffect }) => tookEffect).length).toBeGreaterThan(0);
    const late = await new Witness(connect()).join(clientNo(9));
    expect(await late.look()).toBe(witness.version);
    expect(canonicalGraph(late.graph)).toBe(canonicalGraph(witness.graph));
    await Promise.all([witness.leave(), late.leave()]);
  });
  expect(server.problems.filter((line) => !HARMLESS.test(line))).toEqual([]);
  expectUnpolluted();
}, 300_000);
