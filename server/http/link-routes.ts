/** The links of a graph: for its owners to list, make, change and revoke. */
import type { Context, Hono } from 'hono';
import { type Link, linkChangeSchema, newLinkSchema } from '../../src/shared/protocol/links';
import type { Access } from '../access/access';
import type { LinkRecord } from '../storage/storage';
import { admit } from './admit';
import { readBody } from './body';
import { failure } from './failure';
import type { HttpEnv, HttpPorts } from './ports';

export function addLinkRoutes(app: Hono<HttpEnv>, ports: HttpPorts): void {
  const { access, guests } = ports;

  const shown = ({ room, id, role, name, createdAt, lastUsedAt, revokedAt }: LinkRecord, asker: Access): Link => ({
    ...{ id, role, name, createdAt, lastUsedAt, revokedAt },
    isYours: id === asker.linkId,
    connections: guests.countOf(room, id),
    // Owners' links are shown once, when they are made: nobody can act as another owner then.
    key: revokedAt === undefined && role !== 'owner' ? access.keyOf(room, id) : undefined,
  });

  app.get('/api/rooms/:room/links', async (c) => {
    const admitted = await admit(c, ports, 'owner');
    if (!admitted.ok) return admitted.answer;
    return c.json({ links: access.list(admitted.room.id).map((link) => shown(link, admitted.access)) });
  });

  app.post('/api/rooms/:room/links', async (c) => {
    const admitted = await admit(c, ports, 'owner');
    if (!admitted.ok) return admitted.answer;
    const body = await readBody(c, newLinkSchema);
    if (!body.ok) return body.answer;
    const made = access.issue(admitted.room.id, body.value, admitted.access.by);
    if (made.status === 'refused') return failure(409, made.code, made.reason);
    return c.json({ link: shown(made.link, admitted.access), key: made.key }, 201);
  });

  app.patch('/api/rooms/:room/links/:link', async (c) => {
    const admitted = await admit(c, ports, 'owner');
    if (!admitted.ok) return admitted.answer;
    const body = await readBody(c, linkChangeSchema);
    if (!body.ok) return body.answer;
    const changed = access.change(admitted.room.id, linkOf(c), body.value, admitted.access.by);
    if (changed.status === 'missing') return noSuchLink();
    if (changed.status === 'refused') return failure(409, changed.code, changed.reason);
    return c.json({ link: shown(changed.link, admitted.access) });
  });

  app.delete('/api/rooms/:room/links/:link', async (c) => {
    const admitted = await admit(c, ports, 'owner');
    if (!admitted.ok) return admitted.answer;
    const revoked = access.revoke(admitted.room.id, linkOf(c), admitted.access.by);
    if (revoked.status === 'missing') return noSuchLink();
    if (revoked.status === 'refused') return failure(409, revoked.code, revoked.reason);
    return c.body(null, 204);
  });
}

const linkOf = (c: Context) => c.req.param('link') ?? '';

function noSuchLink(): Response {
  return failure(404, 'NO_SUCH_LINK', 'This link is not there any more. Load the list again.');
}
