/** A stranger sends one hostile message after another into a room, while a witness finds out whether it does any harm. */
import { assert } from '../../src/shared/assert';
import { AS_IT_IS, type Draft, type HostileMessage, hostileMessage, preview } from './hostile-messages';
import type { Answer, Stranger } from './stranger';
import type { Witness } from './witness';

/** What became of a message. */
export interface Told {
  readonly draft: Draft;
  readonly message: HostileMessage;
  readonly answer: Answer;
  /** Whether the room's version is another now. */
  readonly tookEffect: boolean;
}

/** With which a connection may be closed: that the client broke our protocol, or speaks another, or WebSocket's. */
const CLOSE_CODES = { beforeHello: [4400, 4426, 1007], afterHello: [1007] };

/** Messages between two edits by the witness. */
const PAUSE = 10;

/**
 * Sends all drafts, one at a time.
 * @param onPause called now and then, between two messages
 * @throws when a message was not answered as it must be, or did harm
 */
export async function tellStory(
  drafts: readonly Draft[],
  { witness, stranger, onPause }: { witness: Witness; stranger: Stranger; onPause: () => void },
): Promise<Told[]> {
  const told: Told[] = [];
  for (const [index, draft] of drafts.entries()) {
    await stranger.ready(draft.greeted);
    const message = hostileMessage(draft, stranger.nextSeq);
    const { version } = witness;
    const answer = await stranger.send(message);
    const one = { draft, message, answer, tookEffect: (await witness.look()) !== version };
    const problem = problemWith(one);
    if (problem !== undefined) {
      const heard = JSON.stringify(answer).slice(0, 1_000);
      assert(false, `${problem}\nto message ${index} (${preview(message)})\nwas answered ${heard}`);
    }
    told.push(one);
    if (index % PAUSE !== 0) continue;
    await witness.probe();
    onPause();
  }
  await witness.probe();
  await stranger.leave();
  return told;
}

/** Whether something was refused, or the connection closed. */
export function isRefused({ messages, closedWith }: Answer): boolean {
  return closedWith !== undefined || messages.some(({ type }) => type === 'error' || type === 'nack');
}

function problemWith({ draft, message, answer, tookEffect }: Told): string | undefined {
  const codes = draft.greeted ? CLOSE_CODES.afterHello : CLOSE_CODES.beforeHello;
  if (answer.closedWith !== undefined && !codes.includes(answer.closedWith)) return 'The connection was closed.';
  if (message.expected !== 'anything' && !isRefused(answer)) return 'It was not refused.';
  if (message.expected === 'refused' && tookEffect) return 'It was refused and took effect.';
  if (message.way === AS_IT_IS && !isAnswered(draft, answer)) return 'A good message has another answer.';
  return undefined;
}

/** Whether a message that is as it should be has its answer. */
function isAnswered({ message, greeted }: Draft, answer: Answer): boolean {
  const types = answer.messages
    .map(({ type }) => type)
    .filter((type) => type !== 'presence' && type !== 'patch_broadcast');
  const [only] = types;
  if (!greeted) return message.type === 'hello' ? only === 'welcome' : answer.closedWith === 4400;
  switch (message.type) {
    case 'patch':
      return types.length === message.patches.length && types.every((type) => type === 'ack' || type === 'nack');
    case 'hello':
      return types.length === 1 && only === 'error';
    case 'check':
      return types.length === 1 && only === 'check';
    case 'ping':
      return types.length === 1 && only === 'pong';
    default:
      return types.length === 0;
  }
}
