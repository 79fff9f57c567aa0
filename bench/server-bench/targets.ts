/** The two servers as the load sees them: what to send, and how to read what comes back. */
import { z } from 'zod';
import { must } from '../../src/shared/assert';
import type { Hello } from '../../src/shared/protocol/client-messages';
import { PROTOCOL_VERSION } from '../../src/shared/protocol/version';
import { TEST_SECRET } from '../../src/shared/testing/test-client-ids';

/** A patch that was delivered, told apart by its author and seq. */
export interface Delivered {
  readonly clientId: string;
  readonly seq: number;
}

export interface Target {
  /**
   * What a client says first; it is answered by one frame. `undefined` where nothing is said.
   * @param key to the room, where there are rooms
   */
  hello(clientId: string, key: string | undefined): string | undefined;
  /** One message with one patch of one op. */
  message(clientId: string, seq: number, op: string): string;
  /** How many of the patches in a frame are the receiver's own. Quick: looks at the text only. */
  countOwn(frame: string, clientId: string): number;
  /** Every patch in a frame. */
  read(frame: string, clientId: string): Delivered[];
}

export function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

const delivered = z.object({ clientId: z.string(), seq: z.int() });
const kumikoMessage = z.union([
  z.object({ type: z.literal('ack'), seq: z.int() }),
  z.object({ type: z.literal('patch_broadcast'), patches: z.array(delivered) }),
  z.object({ type: z.literal('presence') }),
]);
const kumikoFrame = z.union([z.array(kumikoMessage), kumikoMessage.transform((message) => [message])]);
const relayFrame = z.object({ clientId: z.string(), patches: z.array(z.object({ seq: z.int() })) });

const PERSON = { name: 'Bench', color: '#123456' };

const kumiko: Target = {
  hello: (clientId, key) => {
    const own = { clientId, clientSecret: TEST_SECRET, person: PERSON, key };
    const hello: Hello = { type: 'hello', protocolVersion: PROTOCOL_VERSION, ...own };
    return JSON.stringify(hello);
  },
  message: (_, seq, op) => `{"type":"patch","patches":[{"seq":${seq},"ops":[${op}]}]}`,
  countOwn: (frame) => countOf(frame, '"type":"ack"'),
  read: (frame, clientId) =>
    kumikoFrame.parse(JSON.parse(frame)).flatMap((message) => {
      if (message.type === 'presence') return [];
      return message.type === 'ack' ? [{ clientId, seq: message.seq }] : message.patches;
    }),
};

const relay: Target = {
  hello: () => undefined,
  // Who it is from has to be in the message: the relay knows nothing.
  message: (clientId, seq, op) => `{"type":"patch","clientId":"${clientId}","patches":[{"seq":${seq},"ops":[${op}]}]}`,
  countOwn: (frame, clientId) => (frame.includes(clientId) ? 1 : 0),
  read: (frame) => {
    const { clientId, patches } = relayFrame.parse(JSON.parse(frame));
    return [{ clientId, seq: must(patches[0], 'the patch').seq }];
  },
};

export const TARGETS = { kumiko, relay };
