import { expect, test, vi } from 'vitest';
import type { TokenAnswer } from '../../session/credentials';
import { type Answer, answeringServer } from '../testing/answering-server';
import type { AuthMode } from './auth-mode';
import { Tokens } from './tokens';

const place = { origin: 'https://graphs.example.org', pathname: '/g/room', search: '?plain=1' };

/** A page whose server wants tokens that a service gives out; `answers` are the service's, in order, the last for ever. */
async function page(
  answers: readonly Answer[],
  signInUrl: string | undefined = 'https://id.example.org/in?for=kumiko',
) {
  let asked = 0;
  const service = await answeringServer(() => {
    asked += 1;
    return answers[Math.min(asked, answers.length) - 1] ?? { status: 500, body: '' };
  });
  const mode: AuthMode = { mode: 'tokens', tokenUrl: `${service}/token`, signInUrl };
  return { tokens: new Tokens({ mode: async () => mode, place }), asked: () => asked };
}

const given = (token: string): Answer => ({ status: 200, body: { token } });
const has = (token: string): TokenAnswer => ({ status: 'token', token });

test('a token is fetched once, and again only when a newer one is wanted', async () => {
  const { tokens, asked } = await page([given('t1'), given('t2')]);
  expect(await tokens.source(false)).toEqual(has('t1'));
  expect(await tokens.source(false)).toEqual(has('t1'));
  expect(await tokens.source(true)).toEqual(has('t2'));
  expect(await tokens.source(false)).toEqual(has('t2'));
  expect(asked()).toBe(2);
});

test('who asks while it is fetched gets the same', async () => {
  const { tokens, asked } = await page([given('t1'), given('t2')]);
  expect(await Promise.all([tokens.source(false), tokens.source(true)])).toEqual([has('t1'), has('t1')]);
  expect(asked()).toBe(1);
});

test('who is not signed in is told where, with the way back, in which there is no key', async () => {
  const { tokens } = await page([{ status: 401, body: {} }]);
  const back = encodeURIComponent('https://graphs.example.org/g/room?plain=1');
  expect(await tokens.source(false)).toEqual({
    status: 'signed out',
    reason: expect.stringMatching(/^You are not signed in/u),
    url: `https://id.example.org/in?for=kumiko&return=${back}`,
  });
});

test.each<[string, Answer]>([
  ['is in trouble', { status: 503, body: {} }],
  ['says something else', { status: 200, body: { jwt: 't1' } }],
  ['says no JSON', { status: 200, body: '<html>' }],
  ['gives an empty token', given('')],
])('a service that %s is said to give no answer, and asked again the next time', async (_, answer) => {
  vi.spyOn(console, 'info').mockReturnValue();
  const { tokens } = await page([answer, given('t1')]);
  expect(await tokens.source(false)).toEqual({
    status: 'signed out',
    reason: expect.stringMatching(/does not answer/u),
  });
  expect(await tokens.source(false)).toEqual(has('t1'));
});

test('where nobody says from where tokens come, that is said', async () => {
  const tokens = new Tokens({ mode: async () => ({ mode: 'tokens' }), place });
  expect(await tokens.source(false)).toMatchObject({
    status: 'signed out',
    reason: expect.stringMatching(/Ask whoever/u),
  });
});

test('a path is one on the page’s own server', async () => {
  const service = await answeringServer(({ url }) => given(`from ${url}`));
  const tokens = new Tokens({
    mode: async () => ({ mode: 'tokens', tokenUrl: '/token' }),
    place: { ...place, origin: service },
  });
  expect(await tokens.source(false)).toEqual(has('from /token'));
});

test('a server that lets people in by links alone is asked for no token; it is asked how it is when it refuses', async () => {
  const modes: AuthMode[] = [{ mode: 'links' }, { mode: 'tokens' }];
  let asked = 0;
  const mode = async () => {
    asked += 1;
    return modes.shift() ?? { mode: 'tokens' as const };
  };
  const tokens = new Tokens({ mode, place });
  expect(tokens.areNotAsked).toBe(false);
  expect(await tokens.source(false)).toEqual({ status: 'none' });
  expect(await tokens.source(false)).toEqual({ status: 'none' });
  expect([asked, tokens.areNotAsked]).toEqual([1, true]);
  expect(await tokens.source(true)).toMatchObject({ status: 'signed out' });
  expect([asked, tokens.areNotAsked]).toEqual([2, false]);
});
