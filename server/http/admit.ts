/** Who makes a request, and whether they may: every route of a room begins with this. */
import type { Role } from '../../src/shared/access';
import { includesRole } from '../../src/shared/access';
import type { Access } from '../access/access';
import { addressGroup, clientAddress } from '../edge/client-address';
import type { RoomRecord } from '../storage/storage';
import { credentialsOf } from './credentials';
import { failure, noSuchRoom } from './failure';
import type { HttpContext, HttpPorts } from './ports';

type AdmitPorts = Pick<HttpPorts, 'authorizer' | 'storage' | 'origins' | 'metrics'>;

/** Someone who may do what they ask for, or the answer that they may not. */
export type Admitted =
  | { readonly ok: true; readonly room: RoomRecord; readonly access: Access }
  | { readonly ok: false; readonly answer: Response };

/** The address a request came from, and the group of addresses it is counted with. */
export function whereFrom(
  c: HttpContext,
  { trustedProxies }: HttpPorts['origins'],
): { address: string; group: string } {
  const address = clientAddress(c.env.incoming, trustedProxies);
  return { address, group: addressGroup(address) };
}

/** Lets a request in to the room its path names, which may have been deleted. */
export async function admit(c: HttpContext, ports: AdmitPorts, needed: Role): Promise<Admitted> {
  const id = c.req.param('room') ?? '';
  const { address } = whereFrom(c, ports.origins);
  const decision = await ports.authorizer.room({ room: id, address, ...credentialsOf(c.req.raw.headers) });
  if (decision.status === 'sign_in') return { ok: false, answer: signIn(decision.reason) };
  const room = decision.status === 'granted' ? ports.storage.room(id) : undefined;
  if (decision.status === 'refused' || room === undefined) return { ok: false, answer: noSuchRoom() };
  const { access } = decision;
  // That a graph was deleted is for its owners to know.
  if (room.deletedAt !== undefined && access.role !== 'owner') return { ok: false, answer: noSuchRoom() };
  if (!includesRole(access.role, needed)) return { ok: false, answer: notAllowed() };
  return { ok: true, room, access };
}

export function signIn(reason: string): Response {
  return failure(401, 'SIGN_IN', reason);
}

function notAllowed(): Response {
  return failure(403, 'FORBIDDEN', 'Only owners of this graph may do this.');
}
