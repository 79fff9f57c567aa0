import { expect, test } from 'vitest';
import type { Build } from './build';
import { routeOf } from './route';

const origin = 'https://kumiko.example';
const build: Build = {
  version: 'v1',
  files: ['/assets/index-new.js', '/icon.svg', '/index.html'].map((path) => ({ path, integrity: 'sha256-x' })),
};

const route = (url: string, { method = 'GET', mode = 'cors' }: { method?: string; mode?: RequestMode } = {}) =>
  routeOf({ method, mode, url: new URL(url, origin).href }, origin, build);

test.each(['/', '/?from=home', '/g/Gb4x', '/g/Gb4x/'])('a person who goes to %s gets the page', (path) => {
  expect(route(path, { mode: 'navigate' })).toEqual({ to: 'page' });
});

test.each(['/assets/index-new.js', '/assets/index-of-an-older-page.js', '/icon.svg'])('%s is a file', (path) => {
  expect(route(path)).toEqual({ to: 'file', path });
  expect(route(`${path}?import`)).toEqual({ to: 'file', path });
});

test.each([
  '/api/samples',
  '/api/rooms/Gb4x/snapshots/40',
  '/parties/room/Gb4x',
  '/metrics',
  '/healthz',
  '/service-worker.js',
  '/samples/world.svg',
  '/index.html',
  '/g',
])('%s is the server’s to answer', (path) => {
  expect(route(path)).toBeUndefined();
  expect(route(path, { mode: 'navigate' })).toBeUndefined();
});

test('what is sent to the server, or asked of another, is not touched', () => {
  expect(route('/icon.svg', { method: 'HEAD' })).toBeUndefined();
  expect(route('/g/Gb4x', { method: 'POST', mode: 'navigate' })).toBeUndefined();
  expect(route('https://elsewhere.example/icon.svg')).toBeUndefined();
  expect(route('https://elsewhere.example/', { mode: 'navigate' })).toBeUndefined();
});
