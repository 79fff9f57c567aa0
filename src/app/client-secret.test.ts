import { expect, test } from 'vitest';
import { isClientOf, mintClientId } from '../shared/protocol/client-ids';
import { clientSecret } from './client-secret';
import { memoryStorage } from './testing/memory-storage';

test('a browser has one secret, for all tabs and days', () => {
  const storage = memoryStorage();
  const secret = clientSecret(storage);
  expect(clientSecret(storage)).toBe(secret);
  expect(isClientOf(secret, mintClientId(clientSecret(storage)))).toBe(true);
});

test('two browsers have two', () => {
  expect(clientSecret(memoryStorage())).not.toBe(clientSecret(memoryStorage()));
});

test('what is no secret is replaced by one', () => {
  const storage = memoryStorage({ 'kumiko.client-secret': 'Not one.' });
  const secret = clientSecret(storage);
  expect(secret).toMatch(/^[0-9a-f]{32}$/u);
  expect(clientSecret(storage)).toBe(secret);
});
