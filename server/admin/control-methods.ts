/** The methods that a running server answers, by name: what may be passed to them is parsed, whoever sends it. */
import { z } from 'zod';
import { roleSchema } from '../../src/shared/access';
import { clientIdSchema } from '../../src/shared/protocol/client-ids';
import { linkNameSchema } from '../../src/shared/protocol/links';
import type { AdminService } from './admin-service';

/** Answers a request; rejects when it cannot be done. What it resolves with goes over the wire as JSON. */
export type Method = (params: readonly unknown[]) => Promise<unknown>;

function method<Params>(schema: z.ZodType<Params>, run: (params: Params) => Promise<unknown>): Method {
  return async (params) => run(schema.parse(params));
}

const none = z.tuple([]);
const room = z.string().max(64);
const ofRoom = z.tuple([room]);
const version = z.int().min(0);

/** What a server does for a backup besides: see `holdMainFile`. */
export interface Holding {
  hold(): void;
  /** Throws when nothing has been held all the time since `hold`. */
  release(): void;
}

export function controlMethods(service: AdminService, holding: Holding, url: string): ReadonlyMap<string, Method> {
  return new Map([
    ['url', method(none, async () => url)],
    ['rooms', method(none, () => service.rooms())],
    ['room', method(ofRoom, ([id]) => service.room(id))],
    ['snapshot', method(z.tuple([room, version]), ([id, at]) => inBase64(service.snapshot(id, at)))],
    ['patches', method(z.tuple([room, version]), ([id, after]) => service.patches(id, after))],
    [
      'outcomes',
      method(z.tuple([room, z.strictObject({ clientId: z.string(), seq: z.int() })]), ([id, after]) =>
        service.outcomes(id, after),
      ),
    ],
    [
      'audit',
      method(z.tuple([room.nullable(), z.int().min(1)]), ([id, limit]) => service.audit(id ?? undefined, limit)),
    ],
    ['links', method(ofRoom, ([id]) => service.links(id))],
    [
      'issueLink',
      method(z.tuple([room, roleSchema, linkNameSchema]), ([id, role, name]) => service.issueLink(id, role, name)),
    ],
    [
      'changeLink',
      method(z.tuple([room, z.string(), roleSchema]), ([id, linkId, role]) => service.changeLink(id, linkId, role)),
    ],
    ['revokeLink', method(z.tuple([room, z.string()]), ([id, linkId]) => service.revokeLink(id, linkId))],
    ['deleteRoom', method(ofRoom, ([id]) => service.deleteRoom(id))],
    ['restoreRoom', method(ofRoom, ([id]) => service.restoreRoom(id))],
    ['purgeRoom', method(ofRoom, ([id]) => service.purgeRoom(id))],
    ['compact', method(z.tuple([room, z.number()]), ([id, before]) => service.compact(id, before))],
    ['beginImport', method(none, () => service.beginImport())],
    [
      'addPatches',
      method(z.tuple([room, clientIdSchema, z.array(z.strictObject({ ops: z.string() }))]), ([id, clientId, patches]) =>
        service.addPatches(id, clientId, patches),
      ),
    ],
    ['finishImport', method(z.tuple([room, z.string()]), ([id, detail]) => service.finishImport(id, detail))],
    ['hold', method(none, async () => holding.hold())],
    ['release', method(none, async () => holding.release())],
  ]);
}

async function inBase64(bytes: Promise<Uint8Array | undefined>): Promise<string | undefined> {
  const found = await bytes;
  return found && Buffer.from(found).toString('base64');
}
