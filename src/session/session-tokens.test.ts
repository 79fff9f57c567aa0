/** A tab's session on a server that wants tokens of an identity provider: real tokens, verified by the real server. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createNode, schemaOps, setTitle } from '../../server/testing/ops';
import { SHARED_SETTINGS, signShared } from '../../server/testing/shared-secret';
import { testServer } from '../../server/testing/test-server';
import { must } from '../shared/assert';
import { issuedLinkSchema } from '../shared/protocol/links';
import type { TokenAnswer } from './credentials';
import { Tab } from './testing/tab';

const SIGNED_OUT: TokenAnswer = { status: 'signed out', reason: 'Sign in.', url: '/sign-in' };

/** Seconds since 1970, so many from now. */
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

/** A token of someone who may edit everywhere. */
const tokenOf = (sub: string, exp = inSeconds(600)) =>
  signShared({ sub, name: `${sub} of the provider`, exp, kumiko_rooms: { '*': 'editor' } });

async function scene() {
  const server = await testServer({ auth: SHARED_SETTINGS });
  const response = await fetch(`${server.url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf('ann')}` },
    body: '{}',
  });
  const { room } = z.object({ room: z.string() }).parse(await response.json());
  /** What is answered to the questions for tokens, in order; the last for ever. */
  const answers: TokenAnswer[] = [];
  const asked: boolean[] = [];
  const tokens = async (newer: boolean) => {
    asked.push(newer);
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? SIGNED_OUT;
  };
  const tab = () => new Tab({ host: `127.0.0.1:${server.port}`, room, credentials: { key: () => undefined, tokens } });
  return { server, room, answers, asked, tab };
}
const token = async (...given: Parameters<typeof tokenOf>): Promise<TokenAnswer> => ({
  status: 'token',
  token: await tokenOf(...given),
});

test('the token goes with the greeting; the server says who one is', async () => {
  const { answers, asked, tab } = await scene();
  answers.push(await token('ann'));
  const ann = await tab().live();
  expect(ann.session.role).toBe('editor');
  expect(ann.session.identity).toEqual({ userId: 'ann', name: 'ann of the provider' });
  expect(asked).toEqual([false]);
  expect(await ann.submit(schemaOps)).toMatchObject({ status: 'ack' });
});

test('who is not signed in is not let in, and not knocking either; what they edit waits, and is sent once they are', async () => {
  const { answers, tab } = await scene();
  answers.push(SIGNED_OUT);
  const ann = tab();
  await ann.until(({ session }) => session.signIn !== undefined);
  expect(ann.session.signIn).toEqual({ reason: 'Sign in.', url: '/sign-in' });
  expect(ann.session.phase).toBe('connecting');
  const outcome = ann.submit([...schemaOps, createNode(1)]);
  expect(ann.sent).toEqual([]);
  answers.splice(0, 1, await token('ann'));
  ann.session.hint();
  expect(await outcome).toMatchObject({ status: 'ack' });
  expect(ann.session.signIn).toBeUndefined();
  expect(ann.connections).toBe(2);
});

describe('a token that the server does not take', () => {
  test('is replaced by a newer one', async () => {
    const { answers, asked, tab } = await scene();
    answers.push(await token('ann', inSeconds(-600)), await token('ann'));
    const ann = await tab().live();
    expect(asked).toEqual([false, true, false]);
    expect(ann.troubles).toEqual([]);
  });

  test('and whose newer one it does not take either: it is said why, and nobody hammers at the door', async () => {
    const { answers, tab } = await scene();
    answers.push(await token('ann', inSeconds(-600)));
    const ann = tab();
    await ann.until(({ session }) => session.signIn !== undefined);
    expect(ann.session.signIn?.reason).toMatch(/ended/u);
    expect(ann.connections).toBe(2);
    expect(ann.session.phase).toBe('connecting');
  });
});

test('before it ends a newer token is sent on the same connection, and the server takes it', async () => {
  const { answers, asked, tab } = await scene();
  // It has ended, but for what the server allows for clocks that differ.
  answers.push(await token('ann', inSeconds(-7)), await token('ann'));
  const ann = await tab().live();
  await ann.until(({ sent }) => sent.some(({ type }) => type === 'auth'));
  await ann.until(({ roles }) => roles.length === 2);
  expect(asked).toEqual([false, true]);
  expect(ann.connections).toBe(1);
  expect(await ann.submit([setTitle('Goes on')])).toMatchObject({ status: 'ack' });
});

test('a token and a link: what lets one do more counts', async () => {
  const { server, room, answers, tab } = await scene();
  const owner = await signShared({ sub: 'olga', kumiko_rooms: { [room]: 'owner' } });
  const made = await fetch(`${server.url}/api/rooms/${room}/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${owner}` },
    body: JSON.stringify({ role: 'editor' }),
  });
  const { key } = issuedLinkSchema.parse(await made.json());
  answers.push({ status: 'token', token: await signShared({ sub: 'vic', kumiko_rooms: { [room]: 'viewer' } }) });
  const vic = await tab().live();
  expect(vic.session.role).toBe('viewer');
  const tokens = async () => must(answers[0], 'a token');
  const host = `127.0.0.1:${server.port}`;
  const byLink = await new Tab({ host, room, credentials: { key: () => key, tokens } }).live();
  expect(byLink.session.role).toBe('editor');
});
