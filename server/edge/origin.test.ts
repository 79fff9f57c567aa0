import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedOrigin, isEncrypted } from './origin';

const request = (headers: IncomingHttpHeaders, encrypted = false) => ({ headers, socket: { encrypted } });
const alone = { trustedProxies: 0, allowedOrigins: [] };
const behindOne = { ...alone, trustedProxies: 1 };
const proxied = (headers: IncomingHttpHeaders) => request({ host: '127.0.0.1:8787', ...headers });

describe('a page that asks', () => {
  it('may be no page at all: other programs say no origin', () => {
    expect(isAllowedOrigin(request({ host: 'graphs.example' }), alone)).toBe(true);
  });

  it.each([
    ['http://localhost:8787', 'localhost:8787', false],
    ['http://graphs.example', 'graphs.example:80', false],
    ['https://graphs.example', 'Graphs.Example', true],
    ['https://graphs.example:8443', 'graphs.example:8443', true],
    ['http://[::1]:8787', '[::1]:8787', false],
  ])('%s may be one of the server that was asked as %s', (origin, host, encrypted) => {
    expect(isAllowedOrigin(request({ origin, host }, encrypted), alone)).toBe(true);
  });

  it.each([
    'https://evil.example',
    'http://graphs.example.evil.example',
    'http://evil.example/graphs.example',
    'http://graphs.example:81',
    'https://graphs.example',
    'http://graphs.example@evil.example',
    'http://graphs.example/',
    'null',
    '',
    'graphs.example',
    'file://',
  ])('"%s" is none of http://graphs.example', (origin) => {
    expect(isAllowedOrigin(request({ origin, host: 'graphs.example' }), alone)).toBe(false);
  });

  it.each([undefined, '', 'evil.example/x', 'evil.example#', 'a b', 'evil.example?', '@', ':'])(
    'is refused where the host "%s" is none',
    (host) => {
      expect(isAllowedOrigin(request({ origin: 'http://evil.example', host }), alone)).toBe(false);
    },
  );

  it('may be of a site that is allowed, and that is to the letter', () => {
    const rules = { ...alone, allowedOrigins: ['https://portal.example'] };
    const asked = (origin: string) => isAllowedOrigin(request({ origin, host: 'graphs.example' }), rules);
    expect(asked('https://portal.example')).toBe(true);
    expect(asked('http://portal.example')).toBe(false);
    expect(asked('https://portal.example.evil.example')).toBe(false);
  });
});

describe('behind a proxy', () => {
  const origin = 'https://graphs.example';

  it('the host and the protocol are those the proxy was asked by', () => {
    const told = { 'x-forwarded-host': 'graphs.example', 'x-forwarded-proto': 'https' };
    expect(isAllowedOrigin(proxied({ origin, ...told }), behindOne)).toBe(true);
    expect(isAllowedOrigin(proxied({ origin: 'https://evil.example', ...told }), behindOne)).toBe(false);
  });

  it('the host may be passed on as it is', () => {
    expect(isAllowedOrigin(request({ origin, host: 'graphs.example', 'x-forwarded-proto': 'https' }), behindOne)).toBe(
      true,
    );
  });

  it('what is in the list from before the proxies does not count', () => {
    const told = { 'x-forwarded-host': 'evil.example, graphs.example', 'x-forwarded-proto': 'http, https' };
    expect(isAllowedOrigin(proxied({ origin, ...told }), behindOne)).toBe(true);
    expect(isAllowedOrigin(proxied({ origin: 'https://evil.example', ...told }), behindOne)).toBe(false);
  });

  it('which there is not, nothing of it is believed', () => {
    const told = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    expect(isAllowedOrigin(proxied(told), alone)).toBe(false);
    expect(isEncrypted(proxied(told), 0)).toBe(false);
  });

  it('the connection is encrypted when the one to the outermost proxy is', () => {
    expect(isEncrypted(proxied({ 'x-forwarded-proto': 'https' }), 1)).toBe(true);
    expect(isEncrypted(proxied({ 'x-forwarded-proto': 'https, http' }), 2)).toBe(true);
    expect(isEncrypted(proxied({ 'x-forwarded-proto': 'https, http' }), 1)).toBe(false);
    expect(isEncrypted(proxied({}), 1)).toBe(false);
    expect(isEncrypted(request({}, true), 0)).toBe(true);
  });
});

it('whatever two sites are called, a page of one may not talk to the other', () => {
  fc.assert(
    fc.property(fc.webAuthority(), fc.webAuthority(), (page, host) => {
      const origin = new URL(`http://${page}`).origin;
      expect(isAllowedOrigin(request({ origin, host }), alone)).toBe(
        /^[\w.:[\]-]+$/.test(host) && origin === new URL(`http://${host}`).origin,
      );
    }),
  );
});
