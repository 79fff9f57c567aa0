import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { prometheusMetrics } from './metrics/prometheus-metrics';
import { SocketMember } from './socket-member';

/** A socket whose other end reads when the test says so. */
class StuckSocket {
  readyState: WebSocket['readyState'] = WebSocket.OPEN;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  closedWith: [number | undefined, string] | undefined;
  #callbacks: (() => void)[] = [];

  send(frame: unknown, callback: unknown): void {
    this.sent.push(String(frame));
    this.bufferedAmount += String(frame).length;
    if (typeof callback === 'function') this.#callbacks.push(() => void callback());
  }

  close(code?: number, reason?: string | Buffer): void {
    this.readyState = WebSocket.CLOSING;
    this.closedWith = [code, String(reason)];
  }

  /** Lets all frames so far be sent but for `left` bytes. */
  read(left = 0): void {
    this.bufferedAmount = left;
    for (const callback of this.#callbacks.splice(0)) callback();
  }
}

function scene() {
  const socket = new StuckSocket();
  const member = new SocketMember(socket, {
    now: () => 0,
    metrics: prometheusMetrics(),
    patchRate: { perSecond: 1, burst: 2 },
    messageRate: { perSecond: 1, burst: 3 },
    worked: () => {},
    drainedBacklog: 10,
    maxBacklog: 100,
  });
  return { socket, member };
}

test('L11: answers that can be done without are not queued for who does not read, and what must be sent is', () => {
  const { socket, member } = scene();
  member.send('x'.repeat(101));
  expect(member.backlog).toBe(101);
  member.say('pong');
  member.complain('BAD_MESSAGE', 'What was that?');
  expect(socket.sent).toHaveLength(1);
  member.send('welcome');
  expect(socket.sent.at(-1)).toBe('welcome');
  socket.read();
  member.say('pong');
  expect(socket.sent.at(-1)).toBe('pong');
});

test('who waits for it to drain is called back once, when next to nothing is left', () => {
  const { socket, member } = scene();
  const called: string[] = [];
  member.send('x'.repeat(200));
  member.whenDrained(() => called.push('first'));
  member.whenDrained(() => called.push('second'));
  socket.read(11);
  expect(called).toEqual([]);
  member.send('x');
  socket.read(10);
  expect(called).toEqual(['first', 'second']);
  member.send('x');
  socket.read();
  expect(called).toHaveLength(2);
});

test('nobody is called back, and nothing is sent, once the connection is closing', () => {
  const { socket, member } = scene();
  const called: string[] = [];
  member.send('x'.repeat(200));
  member.whenDrained(() => called.push('drained'));
  member.close(1013, 'y'.repeat(200));
  expect(socket.closedWith).toEqual([1013, 'y'.repeat(100)]);
  member.close(1012, 'again');
  member.send('too late');
  socket.read();
  expect([called, socket.sent.length, socket.closedWith?.[0]]).toEqual([[], 1, 1013]);
});

test('L10: complaints count as messages, and patches do not', () => {
  const { socket, member } = scene();
  for (let n = 0; n < 5; n += 1) {
    member.complain('BAD_MESSAGE', 'What was that?');
    socket.read();
  }
  const codes = socket.sent.map((text) => /"code":"(\w+)"/.exec(text)?.[1]);
  expect(codes).toEqual(['BAD_MESSAGE', 'BAD_MESSAGE', 'BAD_MESSAGE', 'RATE_LIMITED']);
  expect([member.mayOrder(), member.mayOrder(), member.mayOrder()]).toEqual([true, true, false]);
});
