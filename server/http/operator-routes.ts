/** For whoever runs the server, and for the page to find out how people sign in. */
import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { whereFrom } from './admit';
import { credentialsOf } from './credentials';
import { failure } from './failure';
import type { HttpContext, HttpEnv, HttpPorts } from './ports';

export function addOperatorRoutes(app: Hono<HttpEnv>, ports: HttpPorts): void {
  const { metrics, metricsToken, auth, readiness, origins } = ports;

  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  app.get('/readyz', (c) => {
    const state = readiness();
    return state.ready ? c.json({ status: 'ready' }) : c.json({ status: 'not_ready', reasons: state.reasons }, 503);
  });

  app.get('/metrics', async (c) => {
    const mayRead = metricsToken === undefined ? isFromHere(c) : showsToken(c, metricsToken);
    if (!mayRead) return failure(404, 'NOT_FOUND', 'There is nothing at this address.');
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });

  app.get('/api/config', (c) => c.json({ auth }));

  function isFromHere(c: HttpContext): boolean {
    const { address } = whereFrom(c, origins);
    return address === '::1' || address.startsWith('127.');
  }
}

function showsToken(c: HttpContext, expected: string): boolean {
  const shown = Buffer.from(credentialsOf(c.req.raw.headers).token ?? '');
  const wanted = Buffer.from(expected);
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
