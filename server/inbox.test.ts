import { expect, test } from 'vitest';
import { ManualClock } from '../src/shared/testing/manual-clock';
import { Inbox } from './inbox';

class Socket {
  isPaused = false;

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }
}

function scene() {
  const [socket, clock] = [new Socket(), new ManualClock()];
  const heard: string[] = [];
  const world = { wait: 0, onText: (_text: string) => {} };
  const inbox = new Inbox(socket, {
    clock,
    wait: () => world.wait,
    handle: (text) => {
      heard.push(text);
      world.onText(text);
    },
  });
  const take = (...texts: string[]) => {
    for (const text of texts) inbox.take(text);
  };
  return { socket, clock, heard, world, inbox, take };
}

test('messages are dealt with as they come', () => {
  const { socket, heard, take } = scene();
  take('a', 'b');
  expect(heard).toEqual(['a', 'b']);
  expect(socket.isPaused).toBe(false);
});

test('while it is held they wait in their order; who sends many is not read', () => {
  const { socket, heard, inbox, take } = scene();
  inbox.hold();
  take('a', 'b');
  expect([heard, socket.isPaused]).toEqual([[], false]);
  for (let n = 0; n < 40; n += 1) take(String(n));
  expect([heard, socket.isPaused]).toEqual([[], true]);
  inbox.release();
  expect(heard.slice(0, 4)).toEqual(['a', 'b', '0', '1']);
  expect([heard.length, socket.isPaused]).toEqual([42, false]);
});

test('a message can have it held: those after it wait', () => {
  const { heard, world, inbox, take } = scene();
  inbox.hold();
  take('a', 'hold', 'b', 'c');
  world.onText = (text) => {
    if (text === 'hold') inbox.hold();
  };
  inbox.release();
  expect(heard).toEqual(['a', 'hold']);
  inbox.release();
  expect(heard).toEqual(['a', 'hold', 'b', 'c']);
});

test('after a message that cost much it rests, and reads nothing meanwhile', () => {
  const { socket, clock, heard, world, inbox, take } = scene();
  world.onText = (text) => {
    if (text === 'long') inbox.rest(1_000);
  };
  take('long', 'a');
  expect([heard, socket.isPaused]).toEqual([['long'], true]);
  inbox.rest(1_500);
  clock.advance(1_000);
  expect(heard).toEqual(['long']);
  clock.advance(500);
  expect([heard, socket.isPaused]).toEqual([['long', 'a'], false]);
});

test('it is asked before each message whether there is time for it, and again after the wait', () => {
  const { socket, clock, heard, world, take } = scene();
  world.wait = 100;
  take('a', 'b');
  clock.advance(100);
  expect([heard, socket.isPaused]).toEqual([[], true]);
  world.wait = 0;
  world.onText = () => {
    world.wait = 50;
  };
  clock.advance(100);
  expect(heard).toEqual(['a']);
  world.wait = 0;
  clock.advance(50);
  expect([heard, socket.isPaused]).toEqual([['a', 'b'], false]);
});

test('what waits when the connection ends is forgotten', () => {
  const { clock, heard, world, inbox, take } = scene();
  world.wait = 100;
  take('a');
  inbox.end();
  world.wait = 0;
  clock.advance(1_000);
  expect(heard).toEqual([]);
});
