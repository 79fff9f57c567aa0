/** What is logged and counted of requests: the routes' patterns, whatever was asked for. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createLog } from '../log';
import { prometheusMetrics } from '../metrics/prometheus-metrics';
import { httpLog, type RequestVariables } from './http-log';

const ROOM = 'Gb0123456789abcdefghi_';

function site() {
  const lines: unknown[] = [];
  const metrics = prometheusMetrics();
  const log = createLog({ level: 'info', format: 'json', write: (line) => void lines.push(JSON.parse(line)) });
  let time = 0;
  let requests = 0;
  const now = () => {
    time += 5;
    return time;
  };
  const newRequestId = () => {
    requests += 1;
    return `request-${requests}`;
  };
  const app = new Hono<RequestVariables>();
  app.use(httpLog({ log, metrics, now, newRequestId }));
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/api/rooms/:room', (c) => c.text(c.get('requestId')));
  app.delete('/api/rooms/:room/links/:link', () => {
    throw new Error('why');
  });
  app.get('*', (c, next) => (c.req.path === '/' ? c.text('page') : next()));
  app.onError((error, c) => {
    c.get('log').error('A request failed.', error);
    return c.text('sorry', 500);
  });
  return { app, lines, metrics };
}

test('a line and a count for each request, by the route; the answer names the request', async () => {
  const { app, lines, metrics } = site();
  const answer = await app.request(`/api/rooms/${ROOM}?key=secret`);
  expect(await answer.text()).toBe('request-1');
  expect(answer.headers.get('x-request-id')).toBe('request-1');
  await app.request('/');
  await app.request('/nothing/here');
  await app.request(`/api/rooms/${ROOM}/links/secret`, { method: 'DELETE' });
  const common = { level: 'info', time: expect.any(String), ms: 5, msg: 'Request answered' };
  expect(lines).toEqual([
    { ...common, request: 'request-1', method: 'GET', route: '/api/rooms/:room', status: 200, room: ROOM },
    { ...common, request: 'request-2', method: 'GET', route: '/*', status: 200 },
    { ...common, request: 'request-3', method: 'GET', route: '/*', status: 404 },
    expect.objectContaining({ level: 'error', request: 'request-4', msg: 'A request failed.' }),
    {
      ...common,
      request: 'request-4',
      method: 'DELETE',
      route: '/api/rooms/:room/links/:link',
      status: 500,
      room: ROOM,
    },
  ]);
  const text = await metrics.text();
  expect(text).toContain('kumiko_http_requests_total{method="GET",route="/api/rooms/:room",status="200"} 1');
  expect(text).toContain('kumiko_http_requests_total{method="GET",route="/*",status="404"} 1');
  expect(text).toContain('kumiko_http_request_seconds_count{route="/*"} 2');
  expect(text).not.toContain('secret');
});

test('what stands in a room’s place and is none is not logged; nor are questions that are asked all day', async () => {
  const { app, lines } = site();
  await app.request('/api/rooms/a-key-that-somebody-pasted-here-by-mistake');
  await app.request('/healthz');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toHaveProperty('room');
});

test('whatever word a client sends as the method, there are few in the metrics', async () => {
  const { app, metrics } = site();
  for (const method of ['BREW', 'WHEN', 'PROPFIND']) await app.request('/', { method });
  expect(await metrics.text()).toContain('kumiko_http_requests_total{method="other",route="/*",status="404"} 3');
});
