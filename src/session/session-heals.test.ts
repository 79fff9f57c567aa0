/** A tab and a server that get by: with a wrong graph, a silent wire, a limit to what may be sent, and a restart. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createNode, schemaOps, setName, setTitle } from '../../server/testing/ops';
import { tempDir } from '../../server/testing/temp-dir';
import { testServer } from '../../server/testing/test-server';
import { Replica } from '../replica/replica';
import { must } from '../shared/assert';
import { ManualClock } from '../shared/testing/manual-clock';
import { testClientId } from '../shared/testing/test-client-ids';
import { recorded } from './testing/recorded-tab';
import { acknowledged, namesOf, startRoom } from './testing/start-room';

describe('D3: a tab that holds another graph than the server', () => {
  test('finds out, takes the server’s, and loses nothing that waits; the server counts it', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => logged.mockRestore());
    const room = await startRoom();
    const clock = new ManualClock();
    const ann = room.tab();
    const bob = recorded(room.tab, { clock });
    await ann.submit([...schemaOps, createNode(1)]);
    await bob.tab.at(1);
    const patch = { serverVersion: 2, clientId: ann.replica.clientId, seq: 2, ops: [setName(1, 'Wrong')] };
    bob.tab.hear({ type: 'patch_broadcast', patches: [patch] });
    await ann.submit([setName(1, 'Right')]);
    await ann.submit([setTitle('Seen by both')]);
    await bob.tab.at(3);
    expect(bob.tab.sees).not.toBe(ann.sees);
    expect(bob.tab.connections).toBe(1);
    clock.advance(2_000);
    await bob.tab.until(({ session }) => session.phase === 'connecting');
    const waits = bob.tab.submit([createNode(2)]);
    expect(await waits).toEqual(acknowledged(4));
    await ann.at(4);
    expect(bob.tab.sees).toBe(ann.sees);
    expect(bob.tab.connections).toBe(2);
    const said = 'Kumiko holds another graph than the server at version 3: node: 1 ';
    expect(logged.mock.calls).toEqual([[expect.stringContaining(said)]]);
    await vi.waitFor(async () => {
      const metrics = await (await fetch(`${room.server.url}/metrics`)).text();
      expect(metrics).toMatch(/^kumiko_divergences_total 1$/mu);
    });
    expect(room.server.problems).toEqual([expect.stringContaining(bob.tab.replica.clientId)]);
  });

  test('the server’s digest is compared with what came before it, in the same frame too', async () => {
    const { tab } = await startRoom();
    const ann = tab();
    await ann.submit([...schemaOps, createNode(1)]);
    const expected = new Replica(testClientId(8));
    const [first, second] = [[...schemaOps, createNode(1)], [setName(1, 'Ann')]].map((ops, index) => ({
      type: 'patch' as const,
      patch: { serverVersion: index + 1, clientId: testClientId(9), seq: index + 1, ops },
    }));
    expected.receive([must(first, 'a patch'), must(second, 'a patch')]);
    const broadcast = { type: 'patch_broadcast', patches: [second?.patch] };
    ann.hear([broadcast, { type: 'check', version: 2, digest: expected.digest.read() }]);
    expect(ann.sent.at(-1)).toEqual({ type: 'checked', version: 2, digest: expected.digest.read() });
    expect(ann.session.phase).toBe('live');
  });

  test('one that holds the same says so, and stays', async () => {
    const room = await startRoom();
    const clock = new ManualClock();
    const ann = room.tab({ clock });
    await ann.submit([...schemaOps, createNode(1)]);
    clock.advance(2_000);
    await vi.waitFor(() => expect(ann.sent.at(-1)).toMatchObject({ type: 'checked', version: 1 }));
    expect(await ann.submit([setTitle('Goes on')])).toEqual(acknowledged(2));
    expect(ann.connections).toBe(1);
    expect(await (await fetch(`${room.server.url}/metrics`)).text()).toMatch(/^kumiko_divergences_total 0$/mu);
  });
});

describe('R5: a connection that falls silent without closing', () => {
  async function scene() {
    const room = await startRoom();
    const line = await room.wire();
    const clock = new ManualClock();
    const ann = await room.tab({ host: line.host, clock }).live();
    await ann.submit([...schemaOps, createNode(1)]);
    line.deafen();
    return { room, clock, ann, outcome: ann.submit([setName(1, 'Ann')]) };
  }

  test('is noticed and replaced, and what was on its way lands once', async () => {
    const { room, clock, ann, outcome } = await scene();
    clock.advance(4_000);
    expect(ann.sent.at(-1)).toEqual({ type: 'ping' });
    expect(ann.session.phase).toBe('live');
    clock.advance(4_000);
    expect(ann.session.phase).toBe('connecting');
    expect(await outcome).toEqual(acknowledged(2));
    expect(ann.connections).toBe(2);
    expect(await room.log(2)).toEqual(namesOf(ann.replica.clientId, 1, 2));
  });

  test('is noticed sooner when there is a reason to look', async () => {
    const { clock, ann, outcome } = await scene();
    ann.session.hint();
    expect(ann.sent.at(-1)).toEqual({ type: 'ping' });
    clock.advance(4_000);
    expect(ann.session.phase).toBe('connecting');
    ann.session.hint();
    expect(await outcome).toEqual(acknowledged(2));
  });

  test('one on which the server answers is kept', async () => {
    const room = await startRoom();
    const clock = new ManualClock();
    const ann = await room.tab({ clock }).live();
    for (let questions = 1; questions <= 3; questions += 1) {
      clock.advance(4_000);
      expect(ann.sent.filter(({ type }) => type === 'ping')).toHaveLength(questions);
      // Answers come in order: with this one, the ping was answered, too.
      expect(await ann.submit([setTitle(`Title ${questions}`)])).toEqual(acknowledged(questions));
    }
    expect(ann.connections).toBe(1);
  });
});

test('L10: what comes faster than the server takes it lands all the same, in order, once', async () => {
  const room = await startRoom({ limits: { patchRate: { perSecond: 500, burst: 20 } } });
  const ann = recorded(room.tab);
  await ann.tab.live();
  const outcomes = Array.from({ length: 200 }, (_, n) => ann.tab.submit([setTitle(`Title ${n}`)]));
  expect(await Promise.all(outcomes)).toEqual(outcomes.map((_, index) => acknowledged(index + 1)));
  expect(ann.tab.connections).toBe(1);
  expect(ann.tab.troubles).toEqual([]);
  const metrics = await (await fetch(`${room.server.url}/metrics`)).text();
  expect(metrics).toMatch(/^kumiko_patches_total\{outcome="retryable",code="RATE_LIMITED"\} [1-9]/mu);
  const { clientId } = ann.tab.replica;
  expect(await room.log(200)).toEqual(outcomes.map((_, index) => `${clientId} ${index + 1}`));
});

describe('L3, R5: a server that is stopped while 50 patches are on their way', () => {
  test.each([
    ['before it has heard of them', () => Promise.resolve()],
    ['once it has answered the first', (first: Promise<unknown>) => first],
  ])('%s: all land once when it is back', async (_, moment) => {
    const dataDir = join(tempDir(), 'data');
    const room = await startRoom({ dataDir });
    const ann = recorded(room.tab);
    await ann.tab.live();
    const outcomes = Array.from({ length: 50 }, (_each, n) => ann.tab.submit([setTitle(`Title ${n}`)]));
    await moment(must(outcomes[0], 'an outcome'));
    const later = [ann.tab.submit([setTitle('Later')])];
    await room.server.close();
    await ann.tab.until(({ session }) => session.phase === 'connecting');
    await testServer({ dataDir, port: room.server.port });
    const decided = await Promise.all([...outcomes, ...later]);
    expect(decided).toEqual(decided.map((_each, index) => acknowledged(index + 1)));
    const { clientId } = ann.tab.replica;
    expect(await room.log(51)).toEqual(decided.map((_each, index) => `${clientId} ${index + 1}`));
    expect(ann.tab.troubles).toEqual([]);
  });
});
