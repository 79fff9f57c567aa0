/** What people may do, as their tabs take it: roles that change, links that are revoked, limits, keys. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../server/config/config';
import { createNode, schemaOps, setName, setTitle } from '../../server/testing/ops';
import { mintClientId, newClientSecret } from '../shared/protocol/client-ids';
import { CLOSE_CODES } from '../shared/protocol/version';
import { OwnerDesk } from './testing/owner-desk';
import { recorded } from './testing/recorded-tab';
import { acknowledged, namesOf, startRoom } from './testing/start-room';
import type { Tab } from './testing/tab';

const by = (key: string) => ({ credentials: { key: () => key } });
const patchesSent = (tab: Tab) => tab.sent.filter(({ type }) => type === 'patch').length;

/** A room with a schema at version 1, its owner at a desk, and Ann, who is there by an editor's link over a wire. */
async function scene() {
  const room = await startRoom();
  const desk = new OwnerDesk(room.host, room.room);
  await room.tab().submit(schemaOps);
  const link = await desk.makes('editor');
  const line = await room.wire();
  const { tab: ann, copy } = recorded(room.tab, { host: line.host, ...by(link.key) });
  await ann.at(1);
  const offline = async () => {
    line.cut();
    await ann.until(({ session }) => session.phase === 'connecting');
  };
  const isNow = (role: string) => ann.until(({ session }) => session.phase === 'live' && session.role === role);
  return { ...room, desk, link, line, ann, copy, offline, isNow };
}

describe('a viewer', () => {
  test('is told so, sees what is there, and whatever they edit is refused at once and not sent', async () => {
    const { room, host, tab } = await startRoom();
    const { key } = await new OwnerDesk(host, room).makes('viewer');
    const vic = await tab(by(key)).live();
    await tab().submit([...schemaOps, createNode(1)]);
    await vic.at(1);
    expect(vic.session.role).toBe('viewer');
    const outcome = await vic.submit([createNode(2)]);
    expect(outcome).toEqual({ status: 'nack', code: 'FORBIDDEN', reason: 'You can only view this graph.' });
    expect(vic.replica.pending).toEqual([]);
    expect(patchesSent(vic)).toBe(0);
  });

  test('is one from the start where the browser remembers it: nothing is taken that would never be sent', async () => {
    const { tab } = await startRoom();
    const vic = tab({ rememberedRole: 'viewer' });
    expect(vic.session.phase).toBe('connecting');
    expect(await vic.submit([setTitle('Never')])).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('an editor who may only view from now on', () => {
  test('keeps what was made before they heard of it; it is sent, once, when they may edit again', async () => {
    const { desk, link, line, ann, copy, offline, isNow, log } = await scene();
    await offline();
    const outcomes = [ann.submit([createNode(1)]), ann.submit([setName(1, 'Ann')])];
    await desk.lets(link, 'viewer');
    line.mend();
    await isNow('viewer');
    expect(ann.replica.pending).toHaveLength(2);
    expect(copy.queue.patches).toHaveLength(2);
    expect(patchesSent(ann)).toBe(0);
    await desk.lets(link, 'editor');
    expect(await Promise.all(outcomes)).toEqual([acknowledged(2), acknowledged(3)]);
    expect((await log(3)).slice(1)).toEqual(namesOf(ann.replica.clientId, 1, 2));
    expect(ann.roles).toEqual(['editor', 'viewer', 'editor']);
    expect(copy.queues).toEqual([]);
  });

  test('of what was on its way just then nothing is lost', async () => {
    const { desk, link, ann, isNow, log } = await scene();
    const changing = desk.lets(link, 'viewer');
    const outcomes = [];
    for (let made = 0; ann.session.role === 'editor'; made += 1) {
      outcomes.push(ann.submit([setTitle(`Title ${made}`)]));
      await new Promise(setImmediate);
    }
    await Promise.all([changing, isNow('viewer')]);
    await desk.lets(link, 'editor');
    const decided = await Promise.all(outcomes);
    expect(decided).toEqual(outcomes.map((_, index) => acknowledged(index + 2)));
    expect(await log(1 + outcomes.length)).toHaveLength(1 + outcomes.length);
    expect(ann.connections).toBe(1);
    expect(ann.troubles).toEqual([]);
  });

  test('hears what became of what the server had decided before, though nothing new is taken', async () => {
    const { desk, link, line, ann, isNow, tab } = await scene();
    line.deafen();
    const outcome = ann.submit([setTitle('Just in time')]);
    await (await tab().live()).at(2);
    await desk.lets(link, 'viewer');
    line.cut();
    line.mend();
    expect(await outcome).toEqual(acknowledged(2));
    await isNow('viewer');
    expect(ann.replica.pending).toEqual([]);
  });

  test('may give up what waits: it is told as not kept, forgotten, and its numbers are not used again', async () => {
    const { desk, link, line, ann, copy, offline, isNow, log, tab } = await scene();
    const { clientId } = ann.replica;
    await ann.submit([createNode(1)]);
    await offline();
    const outcome = ann.submit([setName(1, 'Never')]);
    await desk.lets(link, 'viewer');
    line.mend();
    await isNow('viewer');
    ann.session.discardPending();
    expect(await outcome).toEqual({ status: 'nack', code: 'DISCARDED', reason: 'You gave it up.' });
    expect(ann.settled.at(-1)).toMatchObject({ patch: { clientId, ops: [setName(1, 'Never')] } });
    expect(copy.queues).toEqual([]);
    expect(ann.replica.clientId).not.toBe(clientId);
    await desk.lets(link, 'editor');
    await isNow('editor');
    expect(await ann.submit([setName(1, 'Anna')])).toEqual(acknowledged(3));
    expect((await log(3)).slice(1)).toEqual([...namesOf(clientId, 1), ...namesOf(ann.replica.clientId, 1)]);
    expect((await tab().at(3)).sees).toBe(ann.sees);
  });

  test('with nothing waiting, giving up changes nothing', async () => {
    const { ann } = await scene();
    const { clientId } = ann.replica;
    ann.session.discardPending();
    expect(ann.replica.clientId).toBe(clientId);
    expect(ann.connections).toBe(1);
    expect(ann.settled).toEqual([]);
  });
});

describe('who is shut out', () => {
  test('by the end of their link hears so while typing; what is pending stays in the browser, and can be given up', async () => {
    const { desk, link, line, ann, copy, offline } = await scene();
    await offline();
    const outcome = ann.submit([setTitle('Kept here')]);
    await desk.revokes(link);
    line.mend();
    await ann.until(({ session }) => session.phase === 'ended');
    expect(ann.session.endCode).toBe(CLOSE_CODES.noSuchRoom);
    expect(await outcome).toMatchObject({ status: 'nack', code: 'CLOSED' });
    expect(copy.queue.patches).toMatchObject([{ ops: [setTitle('Kept here')] }]);
    ann.session.discardPending();
    expect(copy.queues).toEqual([]);
    expect(ann.session.phase).toBe('ended');
  });

  test.each([
    [
      'whose link ends',
      CLOSE_CODES.noAccess,
      (desk: OwnerDesk, link: { id: string; key: string }) => desk.revokes(link),
    ],
    ['when the graph is deleted', CLOSE_CODES.deleted, (desk: OwnerDesk) => desk.deletesTheGraph()],
  ] as const)(
    'while they are here (%s): it is over at once, in the server’s words, and said once',
    async (_, code, happens) => {
      const { desk, link, ann } = await scene();
      await happens(desk, link);
      await ann.until(({ session }) => session.phase === 'ended');
      expect(ann.session.endCode).toBe(code);
      expect(ann.session.endReason).toMatch(/owner/u);
      expect(ann.troubles).toEqual([]);
      expect(ann.connections).toBe(1);
    },
  );
});

test('a key that opens nothing is followed by the next one that the browser has', async () => {
  const { room, host, tab } = await startRoom();
  const desk = new OwnerDesk(host, room);
  const [gone, good] = [await desk.makes('editor'), await desk.makes('viewer')];
  await desk.revokes(gone);
  const keys = [gone.key, good.key];
  const tryAnotherKey = () => {
    keys.shift();
    return keys.length > 0;
  };
  const ann = await tab({ credentials: { key: () => keys[0], tryAnotherKey } }).live();
  expect(ann.session.role).toBe('viewer');
  expect(ann.troubles).toEqual([]);
});

test('the server’s limits are told in the beginning, and what would go beyond is refused at once', async () => {
  const { graph } = DEFAULT_CONFIG.limits;
  const { tab } = await startRoom({ limits: { graph: { ...graph, nodes: 2 } } });
  const ann = await tab().live();
  expect(ann.session.limits).toEqual({ ...graph, nodes: 2 });
  await ann.submit([...schemaOps, createNode(1), createNode(2)]);
  expect(await ann.submit([createNode(3)])).toMatchObject({ status: 'nack', code: 'LIMIT_REACHED' });
  expect(patchesSent(ann)).toBe(1);
});

describe('R6: what another secret’s client left in the browser', () => {
  const stranger = mintClientId(newClientSecret());
  const left = {
    clientId: stranger,
    patches: [
      { seq: 4, ops: [setTitle('Left')] },
      { seq: 5, ops: [createNode(1)] },
    ],
  };

  test('is made this tab’s own when it is found at the start, kept as that, and lands once', async () => {
    const { tab, log } = await startRoom();
    await tab().submit(schemaOps);
    const { tab: ann, copy } = recorded(tab, { kept: { tail: [], queues: [left] } });
    expect(ann.replica.pending.map(({ clientId, seq }) => `${clientId} ${seq}`)).toEqual(
      namesOf(ann.replica.clientId, 1, 2),
    );
    expect(copy.queues).toMatchObject([{ clientId: ann.replica.clientId, patches: [{ seq: 1 }, { seq: 2 }] }]);
    await ann.at(3);
    expect((await log(3)).slice(1)).toEqual(namesOf(ann.replica.clientId, 1, 2));
    expect(ann.replica.view.count('node')).toBe(1);
    expect(copy.queues).toEqual([]);
  });

  test('is so, too, when it is found later; that takes no other connection', async () => {
    const { tab, log } = await startRoom();
    const { tab: ann, copy } = recorded(tab);
    await ann.submit(schemaOps);
    copy.requeued(left);
    ann.session.adopt(left);
    await ann.at(3);
    expect((await log(3)).slice(1)).toEqual(namesOf(ann.replica.clientId, 2, 3));
    expect(copy.queues).toEqual([]);
    expect(ann.connections).toBe(1);
  });
});
