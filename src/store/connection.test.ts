import { expect, test } from 'vitest';
import { type ConnectionState, connectionState } from './connection';

test.each<[Parameters<typeof connectionState>[0], boolean, number, ConnectionState]>([
  ['live', true, 0, 'saved'],
  ['live', true, 2, 'saving'],
  // A browser that thinks it is offline is wrong while the connection lives.
  ['live', false, 0, 'saved'],
  ['live', false, 1, 'saving'],
  ['connecting', true, 0, 'reconnecting'],
  ['joining', true, 3, 'reconnecting'],
  ['connecting', false, 0, 'offline'],
  ['connecting', false, 3, 'offline'],
  ['ended', true, 1, 'offline'],
])('%s, online %j, %j pending: %s', (phase, online, pending, state) => {
  expect(connectionState(phase, online, pending)).toBe(state);
});
