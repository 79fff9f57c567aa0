/** What can be wrong with a first message, before it is asked who may come in. */
import { z } from 'zod';
import { isClientOf } from '../src/shared/protocol/client-ids';
import type { Hello } from '../src/shared/protocol/client-messages';
import { parseJson } from '../src/shared/protocol/parse';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES, PROTOCOL_VERSION } from '../src/shared/protocol/version';

/** Why a connection is ended. */
export interface Problem {
  readonly closeCode: number;
  readonly code: ErrorCode;
  readonly reason: string;
}

/** There is no such room, or it is not theirs to see: said in the same words, so that nobody learns which. */
export const NO_SUCH_ROOM: Problem = {
  closeCode: CLOSE_CODES.noSuchRoom,
  code: 'NO_SUCH_ROOM',
  reason: 'This link does not open a graph. It may be incomplete or withdrawn: ask whoever gave it to you.',
};

export const NOT_YET: Problem = {
  closeCode: CLOSE_CODES.badProtocol,
  code: 'NOT_YET',
  reason: 'The first message must be "hello", and nothing may follow it before it is answered.',
};

export const ROOM_FULL: Problem = {
  closeCode: CLOSE_CODES.tryAgainLater,
  code: 'ROOM_FULL',
  reason: 'As many people as may be are in this graph just now. It is tried again shortly.',
};

const NOT_YOUR_CLIENT: Problem = {
  closeCode: CLOSE_CODES.badProtocol,
  code: 'NOT_YOUR_CLIENT',
  reason: 'This page speaks for a client that is not its own.',
};

/** What every version's `hello` has: a client of another version must learn that it is one, whatever else it sends. */
const anyHelloSchema = z.object({ type: z.literal('hello'), protocolVersion: z.int() });

/** Why a well-formed `hello` cannot be answered, if so. */
export function helloProblem({ protocolVersion, clientId, clientSecret, adopted = [] }: Hello): Problem | undefined {
  if (protocolVersion !== PROTOCOL_VERSION) return wrongVersion(protocolVersion);
  const isTheirs = [clientId, ...adopted].every((id) => isClientOf(clientSecret, id));
  return isTheirs ? undefined : NOT_YOUR_CLIENT;
}

/** What to answer to a message that is not well-formed, where it is the `hello` of another version. */
export function versionProblem(text: string): Problem | undefined {
  const hello = parseJson(anyHelloSchema, text);
  return hello.ok && hello.value.protocolVersion !== PROTOCOL_VERSION
    ? wrongVersion(hello.value.protocolVersion)
    : undefined;
}

function wrongVersion(theirs: number): Problem {
  const advice = theirs < PROTOCOL_VERSION ? 'Reload the page to get the new one' : 'The server has to be updated';
  const reason = `This page and the server speak different versions (${theirs} and ${PROTOCOL_VERSION}). ${advice}.`;
  return { closeCode: CLOSE_CODES.wrongVersion, code: 'WRONG_VERSION', reason };
}
