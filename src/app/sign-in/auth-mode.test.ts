import { expect, test } from 'vitest';
import { SHARED_SETTINGS } from '../../../server/testing/shared-secret';
import { testServer } from '../../../server/testing/test-server';
import { atServer } from '../../session/testing/at-server';
import { memoryStorage } from '../testing/memory-storage';
import { authMode } from './auth-mode';

test('is as the server says, and remembered for when it cannot be reached', async () => {
  const server = await testServer({ auth: { ...SHARED_SETTINGS, tokenUrl: '/token', signInUrl: '/in' } });
  const storage = memoryStorage();
  atServer(server.url);
  const expected = { mode: 'tokens', tokenUrl: '/token', signInUrl: '/in' };
  expect(await authMode(storage)).toEqual(expected);
  await server.close();
  expect(await authMode(storage)).toEqual(expected);
});

test('is by links where nobody has ever said', async () => {
  atServer('http://127.0.0.1:1');
  expect(await authMode(memoryStorage())).toEqual({ mode: 'links' });
  expect(await authMode(memoryStorage({ 'kumiko.server-config': '{"auth":7}' }))).toEqual({ mode: 'links' });
});

test('of a server without configuration is by links', async () => {
  atServer((await testServer()).url);
  expect(await authMode(memoryStorage())).toEqual({ mode: 'links' });
});
