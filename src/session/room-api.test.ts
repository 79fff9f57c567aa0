/** The HTTP API as a tab uses it, of a real server. */
import { beforeEach, describe, expect, test } from 'vitest';
import { testServer } from '../../server/testing/test-server';
import {
  ApiError,
  changeLink,
  createRoom,
  deleteRoom,
  listLinks,
  makeLink,
  type Pass,
  restoreRoom,
  revokeLink,
  roomInfo,
  serverConfig,
} from './room-api';
import { atServer } from './testing/at-server';

let room: string;
let owner: Pass;
beforeEach(async () => {
  atServer((await testServer()).url);
  const made = await createRoom({ title: 'Ours' }, {});
  room = made.room;
  owner = { key: made.key };
});

const failing = (call: Promise<unknown>) =>
  call.then(
    () => 'nothing failed',
    (error: unknown) => (error instanceof ApiError ? [error.status, error.code, error.message] : error),
  );

test('who made a graph is its owner', async () => {
  expect(await roomInfo(room, owner)).toEqual({ room, title: 'Ours', role: 'owner' });
});

test('without a key there is no graph, and it is said in words', async () => {
  expect(await failing(roomInfo(room, {}))).toEqual([
    404,
    'NO_SUCH_ROOM',
    expect.stringMatching(/^This link does not/u),
  ]);
});

describe('links', () => {
  test('are made, listed, changed and revoked', async () => {
    const { link, key } = await makeLink(room, 'editor', 'For the team', owner);
    expect((await roomInfo(room, { key })).role).toBe('editor');
    expect((await listLinks(room, owner)).find(({ id }) => id === link.id)).toMatchObject({
      name: 'For the team',
      key,
    });
    expect(await changeLink(room, link.id, { role: 'viewer' }, owner)).toMatchObject({ role: 'viewer' });
    expect((await roomInfo(room, { key })).role).toBe('viewer');
    await revokeLink(room, link.id, owner);
    expect(await failing(roomInfo(room, { key }))).toMatchObject([404, 'NO_SUCH_ROOM', expect.any(String)]);
  });

  test('are for owners', async () => {
    const { key } = await makeLink(room, 'editor', '', owner);
    expect(await failing(listLinks(room, { key }))).toEqual([403, 'FORBIDDEN', expect.stringMatching(/owner/iu)]);
  });

  test('with an odd id are links that are not there', async () => {
    expect(await failing(revokeLink(room, '../../x', owner))).toMatchObject([404, 'NO_SUCH_LINK', expect.any(String)]);
  });
});

test('a graph is deleted, and restored while there is time', async () => {
  const until = await deleteRoom(room, owner);
  expect(until).toBeGreaterThan(Date.now());
  expect((await roomInfo(room, owner)).deleted?.until).toBe(until);
  await restoreRoom(room, owner);
  expect(await roomInfo(room, owner)).toEqual({ room, title: 'Ours', role: 'owner' });
});

test('the server says how it lets people in', async () => {
  expect(await serverConfig()).toEqual({ auth: { mode: 'links' } });
});

test('a server that cannot be reached is said so', async () => {
  atServer('http://127.0.0.1:1');
  expect(await failing(roomInfo(room, owner))).toEqual([0, '', expect.stringMatching(/cannot be reached/u)]);
});
