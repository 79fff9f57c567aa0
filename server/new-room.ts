/** Makes a room, and fills it with a title and a sample as an ordinary client would. */
import { assert } from '../src/shared/assert';
import type { Op } from '../src/shared/graph/ops';
import { parseJson } from '../src/shared/protocol/parse';
import type { Person } from '../src/shared/protocol/person';
import { type ServerMessage, serverFrameSchema } from '../src/shared/protocol/server-messages';
import type { Member } from './room-ports';
import type { Rooms } from './rooms';
import type { Sample } from './samples/sample';

/** Who the first patches are from. */
const FOUNDER: Person = { name: 'Kumiko', color: '#7a7f87' };

export interface NewRoom {
  readonly title?: string | undefined;
  readonly sample?: Sample | undefined;
}

/**
 * Makes a room and returns its id, once all that is in it is durable. Its first patches are logged and versioned like
 * any others, from a client of their own.
 * @param clientId of a client that was never used before
 * @throws when the disk fails
 */
export function makeRoom(rooms: Rooms, clientId: string, { title, sample }: NewRoom): string {
  const id = rooms.create();
  const named = title ?? sample?.title;
  const patches: (readonly Op[])[] = [...(sample?.patches ?? [])];
  if (named !== undefined) patches.push([{ op: 'set_title', title: named }]);
  if (patches.length === 0) return id;

  const heard: ServerMessage[] = [];
  const member: Member = {
    backlog: 0,
    whenDrained: () => {},
    complain: () => {},
    mayOrder: () => true,
    worked: () => {},
    send: (frame) => {
      const parsed = parseJson(serverFrameSchema, frame);
      assert(parsed.ok, 'the server sends a frame that is none');
      heard.push(...parsed.value);
    },
    close: () => {},
  };
  const room = rooms.join(id, member, { clientId, person: FOUNDER, role: 'editor' });
  assert(room, `room ${id} was made a moment ago`);
  room.submit(
    member,
    patches.map((ops, index) => ({ seq: index + 1, ops })),
  );
  rooms.flush();
  room.leave(member);
  const accepted = heard.filter((message) => message.type === 'ack').length;
  if (accepted !== patches.length) throw new Error(`Of ${patches.length} first patches ${accepted} were accepted.`);
  return id;
}
