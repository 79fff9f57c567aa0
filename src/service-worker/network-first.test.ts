import { expect, test } from 'vitest';
import { networkFirst } from './network-first';

const never = new Promise<never>(() => undefined);
const keptPage = new Response('kept');
const answer = (status: number) => Promise.resolve(new Response('from the server', { status }));
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));
const kept = () => Promise.resolve(keptPage);
const nothing = () => Promise.resolve(undefined);

test.each([200, 401, 404, 426])('what the server says with status %i counts', async (status) => {
  expect((await networkFirst({ network: answer(status), patience: never, kept })).status).toBe(status);
});

test.each([500, 502, 503, 504])('status %i is no answer: the kept page is opened', async (status) => {
  expect(await networkFirst({ network: answer(status), patience: never, kept })).toBe(keptPage);
});

test('without a network the kept page is opened, and nobody waits', async () => {
  expect(await networkFirst({ network: unreachable(), patience: never, kept })).toBe(keptPage);
});

test('a server that takes too long is not waited for', async () => {
  expect(await networkFirst({ network: never, patience: Promise.resolve(), kept })).toBe(keptPage);
});

test('where nothing is kept the server’s answer counts, whatever it is and however long it takes', async () => {
  let arrive = (_response: Response): void => undefined;
  const late = new Promise<Response>((resolve) => {
    arrive = resolve;
  });
  const answered = networkFirst({ network: late, patience: Promise.resolve(), kept: nothing });
  arrive(new Response('late'));
  expect(await (await answered).text()).toBe('late');
  expect((await networkFirst({ network: answer(503), patience: never, kept: nothing })).status).toBe(503);
  await expect(networkFirst({ network: unreachable(), patience: never, kept: nothing })).rejects.toThrow('fetch');
});
