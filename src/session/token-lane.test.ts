import { beforeEach, describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { ManualClock } from '../shared/testing/manual-clock';
import type { TokenAnswer } from './credentials';
import { TokenLane } from './token-lane';

const SIGNED_OUT: TokenAnswer = { status: 'signed out', reason: 'Sign in.', url: '/sign-in' };
const token = (name: string): TokenAnswer => ({ status: 'token', token: name });

let clock: ManualClock;
let lane: TokenLane;
/** What happened, in order. */
let events: string[];
/** The questions that were not answered yet. */
let questions: ((answer: TokenAnswer) => void)[];
beforeEach(() => {
  clock = new ManualClock();
  clock.chance = 1;
  events = [];
  questions = [];
  lane = new TokenLane({
    clock,
    tokens: (newer) => {
      events.push(newer ? 'asks for a newer one' : 'asks');
      return new Promise((resolve) => questions.push(resolve));
    },
    onNewer: (newer) => events.push(`sends ${newer}`),
    onMissing: () => {
      events.push('hangs up');
      lane.lost();
    },
    onReady: () => events.push('connects'),
  });
});

const since = () => events.splice(0);
async function answer(given: TokenAnswer): Promise<void> {
  must(questions.shift(), 'a question')(given);
  await Promise.resolve();
}
const open = () => lane.opened((shown) => events.push(`greets with ${shown}`));
/** Let in with a token that lasts so long. */
async function letIn(expiresIn?: number): Promise<void> {
  open();
  await answer(token('t1'));
  lane.accepted(expiresIn);
  since();
}

describe('greeting', () => {
  test('is done with the token there is', async () => {
    open();
    await answer(token('t1'));
    expect(since()).toEqual(['asks', 'greets with t1']);
    expect(lane.signIn).toBeUndefined();
    clock.advance(10_000);
    expect(since()).toEqual([]);
  });

  test('is done without, where the server asks for none', async () => {
    open();
    await answer({ status: 'none' });
    expect(since()).toEqual(['asks', 'greets with undefined']);
  });

  test('needs no question where there is no source of tokens', () => {
    const without = new TokenLane({
      clock,
      tokens: undefined,
      onNewer: () => {},
      onMissing: () => {},
      onReady: () => {},
    });
    without.opened((shown) => events.push(`greets with ${shown}`));
    expect(since()).toEqual(['greets with undefined']);
  });

  test('does not happen on a connection that was lost meanwhile', async () => {
    open();
    lane.lost();
    await answer(token('t1'));
    expect(since()).toEqual(['asks']);
  });

  test('waits for no slow source: the connection is given up, and made again when there is a token', async () => {
    open();
    clock.advance(3_000);
    expect(since()).toEqual(['asks', 'hangs up', 'asks for a newer one']);
    await answer(token('for the first question'));
    expect(since()).toEqual([]);
    await answer(token('t1'));
    expect(since()).toEqual(['connects']);
  });
});

describe('someone who is not signed in', () => {
  test('is said so, and asked for ever less often, at most once a minute', async () => {
    open();
    await answer(SIGNED_OUT);
    expect(since()).toEqual(['asks', 'hangs up']);
    expect(lane.signIn).toEqual({ reason: 'Sign in.', url: '/sign-in' });
    for (const wait of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      clock.advance(wait - 1);
      expect(since()).toEqual([]);
      clock.advance(1);
      expect(since()).toEqual(['asks for a newer one']);
      await answer(SIGNED_OUT);
      expect(since()).toEqual(['hangs up']);
    }
  });

  test('is asked for at once when the page comes to the front, and then goes on', async () => {
    open();
    await answer(SIGNED_OUT);
    since();
    expect(lane.hint()).toBe(true);
    await answer(token('t2'));
    expect(since()).toEqual(['asks for a newer one', 'connects']);
    expect(lane.signIn).toBeUndefined();
    expect(lane.hint()).toBe(false);
  });
});

describe('a token that the server does not take', () => {
  test('is replaced at once the first time, and then only after a wait', async () => {
    await letIn();
    lane.refused('It has ended.');
    expect(since()).toEqual(['hangs up', 'asks for a newer one']);
    await answer(token('t2'));
    expect(since()).toEqual(['connects']);
    lane.refused('It is not valid.');
    expect(since()).toEqual(['hangs up']);
    expect(lane.signIn).toEqual({ reason: 'It is not valid.' });
    clock.advance(3_999);
    expect(since()).toEqual([]);
    clock.advance(1);
    await answer(token('t3'));
    expect(since()).toEqual(['asks for a newer one', 'connects']);
  });

  test('counts as the first again once the server let the person in', async () => {
    await letIn();
    for (let times = 0; times < 3; times += 1) {
      lane.refused('It has ended.');
      await answer(token('t2'));
      lane.accepted(undefined);
    }
    const once = ['hangs up', 'asks for a newer one', 'connects'];
    expect(since()).toEqual([...once, ...once, ...once]);
    expect(lane.signIn).toBeUndefined();
  });
});

describe('a token that ends', () => {
  test.each([
    ['an hour', 3_600_000, 2_880_000],
    ['20 seconds', 20_000, 15_000],
    ['a moment', 100, 1_000],
    ['a year', 365 * 86_400_000, 43_200_000],
  ])('is followed by a newer one in time: one of %s', async (_, expiresIn, after) => {
    await letIn(expiresIn);
    clock.advance(after - 1);
    expect(since()).toEqual([]);
    clock.advance(1);
    await answer(token('t2'));
    expect(since()).toEqual(['asks for a newer one', 'sends t2']);
  });

  test('is asked for again while there is time', async () => {
    await letIn(100_000);
    clock.advance(80_000);
    await answer(SIGNED_OUT);
    expect(lane.signIn).toBeUndefined();
    clock.advance(15_000);
    await answer(token('t2'));
    expect(since()).toEqual(['asks for a newer one', 'asks for a newer one', 'sends t2']);
  });

  test('of a connection that is gone is not renewed', async () => {
    await letIn(100_000);
    lane.lost();
    clock.advance(200_000);
    expect(since()).toEqual([]);
    expect(clock.waiting).toBe(0);
  });
});
