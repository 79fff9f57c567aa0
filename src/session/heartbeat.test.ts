import { beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../shared/testing/manual-clock';
import { Heartbeat } from './heartbeat';

let clock: ManualClock;
let heartbeat: Heartbeat;
/** What it did, and when. */
let done: string[];
beforeEach(() => {
  clock = new ManualClock();
  done = [];
  heartbeat = new Heartbeat({
    clock,
    ask: () => done.push(`asked at ${clock.now()}`),
    onDead: () => done.push(`dead at ${clock.now()}`),
  });
});

test('silence leads to a question, and silence after that to the end, once', () => {
  heartbeat.heard();
  clock.advance(3_999);
  expect(done).toEqual([]);
  clock.advance(60_000);
  expect(done).toEqual(['asked at 4000', 'dead at 8000']);
});

test('whatever is heard, an answer or not, starts the time anew', () => {
  heartbeat.heard();
  for (let beats = 0; beats < 10; beats += 1) {
    clock.advance(3_000);
    heartbeat.heard();
  }
  expect(done).toEqual([]);
  clock.advance(4_000);
  heartbeat.heard();
  clock.advance(4_000);
  expect(done).toEqual(['asked at 34000', 'asked at 38000']);
});

test('with a reason to look, it is asked at once; asking again and again gives no more time to answer', () => {
  heartbeat.heard();
  clock.advance(1_000);
  for (let looks = 0; looks < 3; looks += 1) {
    heartbeat.probe();
    clock.advance(1_500);
  }
  expect(done).toEqual(['asked at 1000', 'asked at 2500', 'asked at 4000', 'dead at 5000']);
});

test('a question that was answered does not count against the next', () => {
  heartbeat.probe();
  clock.advance(3_999);
  heartbeat.heard();
  heartbeat.probe();
  clock.advance(3_999);
  expect(done).toEqual(['asked at 0', 'asked at 3999']);
  clock.advance(1);
  expect(done.at(-1)).toBe('dead at 7999');
});

test('a connection that is gone is not watched, and a new one begins with no question open', () => {
  heartbeat.probe();
  clock.advance(3_000);
  heartbeat.stop();
  expect(clock.waiting).toBe(0);
  heartbeat.heard();
  clock.advance(4_500);
  expect(done).toEqual(['asked at 0', 'asked at 7000']);
  expect(clock.waiting).toBe(1);
});

test('a new connection that is asked before anything was heard has its whole time', () => {
  heartbeat.probe();
  clock.advance(3_000);
  heartbeat.stop();
  heartbeat.probe();
  clock.advance(3_999);
  expect(done).toEqual(['asked at 0', 'asked at 3000']);
  clock.advance(1);
  expect(done.at(-1)).toBe('dead at 7000');
});
