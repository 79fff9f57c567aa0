/** The HTTP side: graphs, their links, what operators ask for, and the page. Errors are JSON with a sentence in them. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RETRY_AFTER } from '../edge/http-rate';
import { isAllowedOrigin, isEncrypted } from '../edge/origin';
import type { Served } from '../edge/security-headers';
import { whereFrom } from './admit';
import { failure } from './failure';
import { httpLog } from './http-log';
import { addLinkRoutes } from './link-routes';
import { addOperatorRoutes } from './operator-routes';
import { addPageRoutes } from './page-routes';
import type { HttpEnv, HttpPorts } from './ports';
import { addRoomRoutes } from './room-routes';

/** These change nothing, whoever's page makes them. */
const HARMLESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The routes, on the web's own Request and Response. */
export function httpRoutes(ports: HttpPorts): Hono<HttpEnv> {
  const { log, metrics, now, origins, headersFor } = ports;
  const app = new Hono<HttpEnv>();

  app.use(httpLog({ log, metrics, now }));
  app.use(async (c, next) => {
    await next();
    const served: Served = {
      path: c.req.path,
      contentType: c.res.headers.get('content-type') ?? undefined,
      isEncrypted: isEncrypted(c.env.incoming, origins.trustedProxies),
    };
    for (const [name, value] of Object.entries(headersFor(served))) c.res.headers.set(name, value);
  });
  app.use(async (c, next) => {
    if (!ports.requestRates.take(whereFrom(c, origins).group)) {
      metrics.rateLimited('requests');
      const refusal = failure(429, 'RATE_LIMITED', 'Too many requests came from here. Wait a moment, then try again.');
      for (const [name, value] of Object.entries(RETRY_AFTER)) refusal.headers.set(name, value);
      return refusal;
    }
    if (!HARMLESS.has(c.req.method) && !isAllowedOrigin(c.env.incoming, origins)) {
      return failure(403, 'WRONG_ORIGIN', 'This was asked for by a page of another site.');
    }
    return next();
  });
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: ports.bodyBytes,
      onError: () => failure(413, 'TOO_LARGE', 'The request is too large.'),
    }),
  );

  addOperatorRoutes(app, ports);
  addRoomRoutes(app, ports);
  addLinkRoutes(app, ports);
  addPageRoutes(app, ports);

  app.notFound(() => failure(404, 'NOT_FOUND', 'There is nothing at this address.'));
  app.onError((error, c) => {
    c.get('log').error('A request failed.', error);
    return failure(500, 'UNAVAILABLE', 'The server could not do this. Try again in a moment.');
  });
  return app;
}
