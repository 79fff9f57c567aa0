/** Who takes more than their share of connections and requests, or says to be many. */
import { describe, expect, test } from 'vitest';
import { CLOSE_CODES } from '../../src/shared/protocol/version';
import { clientNo } from '../testing/ids';
import { TestClient } from '../testing/test-client';
import { type TestServer, testServer } from '../testing/test-server';
import { exchange, requestText, statusesOf } from './testing/exchange';
import { type Answered, hangUp, knock } from './testing/knock';
import { newLink } from './testing/links';
import { neighbour } from './testing/neighbour';

const ROOM = `/parties/room/${'A'.repeat(22)}`;

async function statusesFor(server: TestServer, forwarded: readonly string[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const address of forwarded) {
    statuses.push((await knock(server, ROOM, { 'x-forwarded-for': address })).status);
  }
  return statuses;
}

describe('connections of an address', () => {
  test('are so many at most; who is over is turned away, and a place that was left is another’s', async () => {
    const server = await testServer({ limits: { connectionsPerAddress: 4 } });
    const honest = await neighbour(server);
    const taken: Answered[] = [];
    for (let n = 0; n < 3; n += 1) taken.push(await knock(server, ROOM));
    expect(taken.map(({ status }) => status)).toEqual([101, 101, 101]);
    for (let n = 0; n < 20; n += 1) expect((await knock(server, ROOM)).status).toBe(429);
    for (const each of taken) await hangUp(each);
    await expect.poll(async () => (await knock(server, ROOM)).status).toBe(101);
    await honest.goesOn();
  });

  test('that never became WebSockets take no place', async () => {
    const server = await testServer({ limits: { connectionsPerAddress: 2 } });
    const honest = await neighbour(server);
    const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    const key = { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==' };
    for (const headers of [
      { ...upgrade },
      { ...upgrade, 'Sec-WebSocket-Key': 'short' },
      { ...upgrade, ...key, 'Sec-WebSocket-Version': '12' },
      { ...upgrade, ...key, Upgrade: 'h2c' },
      { ...upgrade, ...key, Origin: 'https://evil.example' },
    ]) {
      const statuses = statusesOf(await exchange(server, requestText('GET', ROOM, headers)).all);
      expect(
        statuses.every((status) => status >= 400),
        String(statuses),
      ).toBe(true);
    }
    expect(statusesOf(await exchange(server, requestText('POST', ROOM, { ...upgrade, ...key })).all)).toEqual([405]);
    expect((await knock(server, ROOM)).status).toBe(101);
    await honest.goesOn();
  });
});

describe('X-Forwarded-For', () => {
  test('is made up where no proxy is trusted', async () => {
    const server = await testServer({ limits: { connectionsPerAddress: 3 } });
    const honest = await neighbour(server);
    expect(await statusesFor(server, ['1.1.1.1', '2.2.2.2', '3.3.3.3', '127.0.0.2, 4.4.4.4'])).toEqual([
      101, 101, 429, 429,
    ]);
    await honest.goesOn();
  });

  test('is believed from the right, for as many as there are proxies', async () => {
    const server = await testServer({ trustedProxies: 1, limits: { connectionsPerAddress: 2 } });
    const honest = await neighbour(server);
    // What stands to the left of the proxy's own entry is the client's invention.
    const one = ['9.9.9.9', '1.1.1.1, 9.9.9.9', '2.2.2.2, 9.9.9.9', '9.9.9.9:1234', '::ffff:9.9.9.9'];
    expect(await statusesFor(server, one)).toEqual([101, 101, 429, 429, 429]);
    expect(await statusesFor(server, ['9.9.9.9, 8.8.8.8', '7.7.7.7'])).toEqual([101, 101]);
    // All of an IPv6 network is one.
    const network = ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::3', '2001:db8:0:1::1'];
    expect(await statusesFor(server, network)).toEqual([101, 101, 429, 101]);
    await honest.goesOn();
  });

  test('does not let anyone pass for this machine', async () => {
    const server = await testServer({ trustedProxies: 1 });
    const honest = await neighbour(server);
    const statuses = [];
    for (const address of [
      '9.9.9.9',
      '127.0.0.1, 9.9.9.9',
      '::1, 9.9.9.9',
      '127.0.0.1,9.9.9.9',
      '127.0.0.1 , 9.9.9.9',
    ]) {
      const response = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': address } });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
    await honest.goesOn();
  });

  test('gives nobody more requests', async () => {
    const server = await testServer({ limits: { httpRate: { perSecond: 0.001, burst: 10 } } });
    const honest = await neighbour(server); // Two requests.
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${n}`, 'x-real-ip': `10.0.0.${n}`, forwarded: `for=10.0.0.${n}` };
      statuses.push((await fetch(`${server.url}/healthz`, { headers })).status);
    }
    expect(statuses).toEqual([...Array(8).fill(200), ...Array(4).fill(429)]);
    expect((await knock(server, ROOM)).status).toBe(429);
    await honest.goesOn();
  });
});

describe('places in a room', () => {
  test('are so many at most; who is over is told so, and a place that was left is another’s', async () => {
    const server = await testServer({ limits: { connectionsPerRoom: 2 } });
    const honest = await neighbour(server);
    const room = await server.newRoom();
    const clients = [1, 2].map(() => new TestClient(server.url, room));
    for (const [index, client] of clients.entries()) await client.join(clientNo(index));
    const third = await new TestClient(server.url, room).open();
    third.greet(clientNo(3));
    expect(await third.next()).toMatchObject({ type: 'error', code: 'ROOM_FULL' });
    expect(await third.closed).toBe(CLOSE_CODES.tryAgainLater);
    clients[0]?.socket.terminate();
    await clients[0]?.closed;
    await expect
      .poll(async () => {
        const client = await new TestClient(server.url, room).open();
        client.greet(clientNo(4));
        return (await client.next()).type;
      })
      .toBe('welcome');
    await honest.goesOn();
  });

  test('are not taken by who is not let in', async () => {
    const server = await testServer({ limits: { connectionsPerRoom: 1 } });
    const honest = await neighbour(server);
    const room = await server.newRoom();
    for (let n = 0; n < 20; n += 1) {
      const client = await new TestClient(server.url, room).open();
      client.greet(clientNo(n), { key: 'x'.repeat(40) });
      expect(await client.next()).toMatchObject({ code: 'NO_SUCH_ROOM' });
    }
    await new TestClient(server.url, room).join(clientNo(1));
    await honest.goesOn();
  });

  test('the same client many times takes one place in the end', async () => {
    const server = await testServer({ limits: { connectionsPerRoom: 3 } });
    const honest = await neighbour(server);
    const room = await server.newRoom();
    const { key } = await newLink(server, room, 'viewer');
    for (let n = 0; n < 10; n += 1) {
      await expect
        .poll(async () => {
          const client = await new TestClient(server.url, room).open();
          client.greet(clientNo(1), { key });
          return (await client.next()).type;
        })
        .toBe('welcome');
    }
    await honest.goesOn();
  });
});

test('graphs can be made only so fast from one address, and only so many on the server', async () => {
  const server = await testServer({ limits: { roomRate: { perSecond: 0.001, burst: 3 } } });
  const honest = await neighbour(server);
  const make = async (url: string) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${url}/api/rooms`, { method: 'POST', headers, body: '{}' })).status;
  };
  expect([await make(server.url), await make(server.url), await make(server.url)]).toEqual([201, 201, 429]);
  await honest.goesOn();
  const full = await testServer({ limits: { rooms: 2 } });
  expect([await make(full.url), await make(full.url), await make(full.url)]).toEqual([201, 201, 507]);
});
