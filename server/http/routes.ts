/** The HTTP side: making rooms, snapshots, samples, and the page itself. Errors are JSON with a sentence in them. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { titleSchema } from '../src/shared/graph/ops';
import { parseJson } from '../src/shared/protocol/parse';
import { acceptedEncoding } from './content-encoding';
import type { Log } from './log';
import type { ReadableMetrics } from './metrics';
import { makeRoom } from './new-room';
import type { Rooms } from './rooms';
import type { CountedSample } from './sample-files';
import type { StaticFiles } from './static-files';
import type { Storage } from './storage/storage';

export interface HttpPorts {
  readonly rooms: Rooms;
  readonly storage: Storage;
  readonly samples: ReadonlyMap<string, CountedSample>;
  readonly page: StaticFiles;
  readonly log: Log;
  readonly metrics: ReadableMetrics;
  /** A client id that was never used before. */
  readonly newClientId: () => string;
}

/** Bytes of a request's body. The only body there is holds a title and a sample's id. */
const MAX_BODY = 16 * 1024;

const newRoomSchema = z.strictObject({ title: titleSchema.optional(), sample: z.string().max(64).optional() });

const gunzipAsync = promisify(gunzip);

function failure(status: ContentfulStatusCode, code: string, reason: string): Response {
  return Response.json({ error: { code, reason } }, { status });
}

const noSuchRoom = () => failure(404, 'NO_SUCH_ROOM', 'This graph does not exist on this server. Check the link.');

/** The routes, on the web's own Request and Response. */
export function httpRoutes({ rooms, storage, samples, page, log, metrics, newClientId }: HttpPorts): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    c.res.headers.set('x-content-type-options', 'nosniff');
    // The address of a graph is the key to it: other sites must not learn it.
    c.res.headers.set('referrer-policy', 'no-referrer');
  });

  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  app.get('/metrics', async (c) => c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }));

  app.get('/api/samples', (c) => c.json(Array.from(samples.values(), ({ patches: _patches, ...summary }) => summary)));

  app.post(
    '/api/rooms',
    bodyLimit({ maxSize: MAX_BODY, onError: () => failure(413, 'TOO_LARGE', 'The request is too large.') }),
    async (c) => {
      // A form on another site can post text, but JSON only with our leave, which we never give.
      if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
        return failure(415, 'NOT_JSON', 'The request has to be JSON (content-type: application/json).');
      }
      const parsed = parseJson(newRoomSchema, await c.req.text());
      if (!parsed.ok) return failure(400, 'BAD_REQUEST', parsed.reason);
      const { title, sample: sampleId } = parsed.value;
      const sample = sampleId === undefined ? undefined : samples.get(sampleId);
      if (sampleId !== undefined && sample === undefined) {
        return failure(400, 'NO_SUCH_SAMPLE', `There is no sample "${sampleId}". GET /api/samples lists them.`);
      }
      return c.json({ room: makeRoom(rooms, newClientId(), { title, sample }) }, 201);
    },
  );

  app.get('/api/rooms/:room', (c) => {
    const id = c.req.param('room');
    rooms.flush(); // What is told is durable.
    const room = rooms.get(id);
    return room === undefined ? noSuchRoom() : c.json({ room: id, title: room.title });
  });

  app.get('/api/rooms/:room/snapshots/:version{[0-9]{1,15}}', async (c) => {
    const { room, version } = c.req.param();
    if (storage.room(room) === undefined) return noSuchRoom();
    const snapshot = storage.snapshot(room, Number(version));
    if (snapshot === undefined) {
      return failure(404, 'NO_SUCH_SNAPSHOT', 'This snapshot is not kept any more. Connect again to get a newer one.');
    }
    const encoding = acceptedEncoding(c.req.header('accept-encoding'), ['gzip']);
    const body = encoding === 'gzip' ? snapshot.gzip : await gunzipAsync(snapshot.gzip);
    if (encoding !== undefined) c.header('content-encoding', encoding);
    c.header('vary', 'Accept-Encoding');
    c.header('cache-control', 'private, max-age=31536000, immutable');
    c.header('content-type', 'application/json');
    return c.body(new Uint8Array(body));
  });

  app.get('*', async (c, next) => {
    const isPage = c.req.path === '/' || c.req.path.startsWith('/g/');
    const found = await page.respond(isPage ? '/index.html' : c.req.path, c.req.raw.headers);
    if (found !== undefined) return found;
    if (isPage) return failure(404, 'NOT_BUILT', 'The page is not built. Run "npm run build", then start again.');
    // A person who followed a wrong link is told so by the page; a program by its status and in JSON.
    const isPerson = c.req.header('accept')?.includes('text/html') ?? false;
    const shell = isPerson ? await page.respond('/index.html', new Headers()) : undefined;
    return shell === undefined ? next() : new Response(shell.body, { status: 404, headers: shell.headers });
  });

  app.notFound(() => failure(404, 'NOT_FOUND', 'There is nothing at this address.'));
  app.onError((error) => {
    log.error('A request failed.', error);
    return failure(500, 'UNAVAILABLE', 'The server could not do this. Try again in a moment.');
  });
  return app;
}
