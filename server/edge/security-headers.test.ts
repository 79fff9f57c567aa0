import { describe, expect, it, test } from 'vitest';
import { type Served, securityHeaders } from './security-headers';

const headersFor = securityHeaders({});
const page = { path: '/g/Gb4x', contentType: 'text/html; charset=utf-8', isEncrypted: false };
const api = { path: '/api/rooms/Gb4x', contentType: 'application/json', isEncrypted: false };
const script = (path: string) => ({ path, contentType: 'text/javascript; charset=utf-8', isEncrypted: false });

/** The policy of an answer, by directive. */
function policy(served: Served, headers = headersFor): Record<string, string> {
  const parts = (headers(served)['content-security-policy'] ?? '').split('; ');
  return Object.fromEntries(parts.map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
}

test('whatever it is, it is nobody else’s to show, to guess the kind of, or to be told of', () => {
  for (const served of [page, api, script('/assets/index-x.js'), { ...api, contentType: undefined }]) {
    expect(headersFor(served)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(policy(served)).toMatchObject({
      'default-src': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  }
});

test('who came by https is told to come by nothing else', () => {
  expect(headersFor({ ...page, isEncrypted: true })['strict-transport-security']).toMatch(/^max-age=\d{8}$/);
  expect(headersFor(page)).not.toHaveProperty('strict-transport-security');
});

describe('the page', () => {
  it('runs its own scripts and nothing unsafe, whatever its path', () => {
    for (const path of ['/', '/g/Gb4x', '/index.html', '/no/such/page', '/service-worker.js']) {
      expect(policy({ ...page, path }), path).toMatchObject({
        'script-src': "'self'",
        'style-src': "'self'",
        'connect-src': "'self'",
        'worker-src': "'self'",
        'object-src': "'none'",
        'require-trusted-types-for': "'script'",
      });
    }
    expect(headersFor(page)['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each([
    ['https://login.example/token?x=1', "'self' https://login.example"],
    ['/token', "'self'"],
    [undefined, "'self'"],
  ])('gets tokens at %s', (tokenUrl, connect) => {
    expect(policy(page, securityHeaders({ tokenUrl }))['connect-src']).toBe(connect);
  });
});

describe('scripts', () => {
  const engine = script('/assets/isolated-engine.worker-r_RtRn-M.js');

  it('of the engine may make code out of text, and reach nothing', () => {
    expect(policy(engine)).toEqual({ ...policy(api), 'script-src': "'unsafe-eval'" });
  });

  it.each([
    '/assets/index-x.js',
    '/assets/isolated-engine.worker-x.js.map',
    '/assets/isolated-engine.worker-x.js/other.js',
    '/g/assets/isolated-engine.worker-x.js',
    '/api/isolated-engine.worker-x.js',
  ])('at %s may not', (path) => {
    expect(policy(script(path))).toEqual(policy(api));
  });

  it('that keep the app may fetch it', () => {
    expect(policy(script('/service-worker.js'))).toMatchObject({ 'connect-src': "'self'", 'script-src': "'self'" });
    expect(headersFor(script('/service-worker.js'))['content-security-policy']).not.toContain('unsafe');
  });
});

test('nothing is allowed to what the API answers', () => {
  expect(policy(api)).toEqual({
    'default-src': "'none'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});
