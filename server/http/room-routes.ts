/** Making, reading, deleting and bringing back graphs. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Hono } from 'hono';
import { z } from 'zod';
import { titleSchema } from '../../src/shared/graph/field-schemas';
import { acceptedEncoding } from '../content-encoding';
import { makeRoom } from '../new-room';
import { admit, signIn, whereFrom } from './admit';
import { readBody } from './body';
import { credentialsOf } from './credentials';
import { failure, noSuchRoom } from './failure';
import type { HttpEnv, HttpPorts } from './ports';

const newRoomSchema = z.strictObject({ title: titleSchema.optional(), sample: z.string().max(64).optional() });

const gunzipAsync = promisify(gunzip);

export function addRoomRoutes(app: Hono<HttpEnv>, ports: HttpPorts): void {
  const { rooms, storage, samples, access, authorizer, deletedRetention } = ports;

  app.get('/api/samples', (c) => c.json(Array.from(samples.values(), ({ patches: _patches, ...summary }) => summary)));

  app.post('/api/rooms', async (c) => {
    const { address, group } = whereFrom(c, ports.origins);
    const decision = await authorizer.create({ address, ...credentialsOf(c.req.raw.headers) });
    if (decision.status === 'sign_in') return signIn(decision.reason);
    if (decision.status === 'refused') {
      return failure(403, 'FORBIDDEN', 'You may not make graphs here. Ask whoever runs this server.');
    }
    const body = await readBody(c, newRoomSchema);
    if (!body.ok) return body.answer;
    const { title, sample: sampleId } = body.value;
    const sample = sampleId === undefined ? undefined : samples.get(sampleId);
    if (sampleId !== undefined && sample === undefined) {
      return failure(400, 'NO_SUCH_SAMPLE', `There is no sample "${sampleId}". GET /api/samples lists them.`);
    }
    if (!ports.roomRates.take(group)) {
      ports.metrics.rateLimited('rooms');
      return failure(429, 'RATE_LIMITED', 'Too many new graphs were made from here. Wait a minute, then try again.');
    }
    if (storage.roomCount() >= ports.mostRooms) {
      const reason = 'This server has as many graphs as it may have. Ask whoever runs it, or delete one of yours.';
      return failure(507, 'TOO_MANY_GRAPHS', reason);
    }
    const room = makeRoom(rooms, ports.newClientId(), { title, sample });
    return c.json({ room, key: access.begin(room, decision.by) }, 201);
  });

  app.get('/api/rooms/:room', async (c) => {
    const admitted = await admit(c, ports, 'viewer');
    if (!admitted.ok) return admitted.answer;
    const { id, deletedAt } = admitted.room;
    const about = { room: id, role: admitted.access.role };
    if (deletedAt !== undefined) {
      return c.json({ ...about, deleted: { at: deletedAt, until: deletedAt + deletedRetention } });
    }
    rooms.flush(); // What is told is durable.
    return c.json({ ...about, title: rooms.get(id)?.title });
  });

  app.get('/api/rooms/:room/snapshots/:version{[0-9]{1,15}}', async (c) => {
    const admitted = await admit(c, ports, 'viewer');
    if (!admitted.ok) return admitted.answer;
    if (admitted.room.deletedAt !== undefined) return noSuchRoom();
    const snapshot = storage.snapshot(admitted.room.id, Number(c.req.param('version')));
    if (snapshot === undefined) {
      return failure(404, 'NO_SUCH_SNAPSHOT', 'This snapshot is not kept any more. Connect again to get a newer one.');
    }
    const encoding = acceptedEncoding(c.req.header('accept-encoding'), ['gzip']);
    const body = encoding === 'gzip' ? snapshot.gzip : await gunzipAsync(snapshot.gzip);
    if (encoding !== undefined) c.header('content-encoding', encoding);
    c.header('vary', 'Accept-Encoding, Kumiko-Key, Authorization');
    c.header('cache-control', 'private, max-age=31536000, immutable');
    c.header('content-type', 'application/json');
    return c.body(new Uint8Array(body));
  });

  app.delete('/api/rooms/:room', async (c) => {
    const admitted = await admit(c, ports, 'owner');
    if (!admitted.ok) return admitted.answer;
    const { id } = admitted.room;
    const at = admitted.room.deletedAt ?? access.deleteRoom(id, admitted.access.by);
    rooms.end(id);
    return c.json({ until: at + deletedRetention });
  });

  app.post('/api/rooms/:room/restore', async (c) => {
    const admitted = await admit(c, ports, 'owner');
    if (!admitted.ok) return admitted.answer;
    const { id, deletedAt } = admitted.room;
    if (deletedAt !== undefined) access.restoreRoom(id, admitted.access.by);
    return c.json({ room: id });
  });
}
