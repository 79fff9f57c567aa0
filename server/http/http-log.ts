/** One line and one count for each request that was answered: by the route's pattern, never by what was in its address. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../log';
import type { Metrics } from '../metrics/metrics';

export interface HttpLogPorts {
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'requested'>;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** An id for a request: what its lines have in common, and what its answer names as `x-request-id`. */
  readonly newRequestId?: () => string;
}

/** What handlers find in their context. */
export interface RequestVariables {
  readonly Variables: {
    /** Its lines have the request's id. */
    log: Log;
    requestId: string;
  };
}

/** Machines ask these all day: they are logged at the level `debug`. */
const ASKED_ALL_DAY: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** What rooms' ids look like. What else stands in their place may be a key that was pasted there, and is not logged. */
const ROOM_ID = /^[\w-]{22}$/;

/** To be the first of all handlers. */
export function httpLog({
  log,
  metrics,
  now,
  newRequestId = randomUUID,
}: HttpLogPorts): MiddlewareHandler<RequestVariables> {
  return async (c, next) => {
    const start = now();
    const requestId = newRequestId();
    const requestLog = log.child({ request: requestId });
    c.set('requestId', requestId);
    c.set('log', requestLog);
    await next();
    c.res.headers.set('x-request-id', requestId);
    const ms = now() - start;
    // The pattern of the last handler that was called: the one that answered, or found nothing to.
    const route = routePath(c);
    const { method } = c.req;
    const { status } = c.res;
    metrics.requested(method, route, status, ms);
    const room = c.req.param('room');
    const fields = { method, route, status, ms: Math.round(ms * 10) / 10 };
    const line = ASKED_ALL_DAY.has(route) ? requestLog.debug : requestLog.info;
    line('Request answered', room !== undefined && ROOM_ID.test(room) ? { ...fields, room } : fields);
  };
}
