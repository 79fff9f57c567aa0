import { expect, test } from 'vitest';
import { type ConnectionState, connectionState } from './connection';

test.each<[boolean, boolean, number, ConnectionState]>([
  [true, true, 0, 'saved'],
  [true, true, 2, 'saving'],
  // A browser that thinks it is offline is wrong while the connection lives.
  [true, false, 0, 'saved'],
  [true, false, 1, 'saving'],
  [false, true, 0, 'reconnecting'],
  [false, true, 3, 'reconnecting'],
  [false, false, 0, 'offline'],
  [false, false, 3, 'offline'],
])('live %j, online %j, %j pending: %s', (live, online, pending, state) => {
  expect(connectionState(live, online, pending)).toBe(state);
});
