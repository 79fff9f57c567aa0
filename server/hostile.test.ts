/**
 * L8: whatever a client sends, it harms nobody else. Messages of every type are spoilt with knowledge of their structure
 * (`testing/spoil-json.ts`), and sent to the server as it is.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalGraph } from '../src/shared/graph/canonical';
import { SCHEMA_OPS } from '../src/shared/graph/ops.arbitrary';
import { must } from '../src/shared/assert';
import { loadRoom } from './load-room';
import { BYSTANDER } from './testing/client-messages.arbitrary';
import { arbitraryDraft, type HostileMessage, preview, spoil, TYPED } from './testing/hostile-messages';
import { memoryServer } from './testing/memory-server';
import { type Answer, Stranger } from './testing/stranger';
import { Witness } from './testing/witness';

const [STORIES, MESSAGES] = [1_000, 100];
/** With which a connection may be closed: that the client broke our protocol, or WebSocket's. */
const CLOSE_CODES: ReadonlySet<number | undefined> = new Set([4400, 4426, 1007]);

test('x', async () => {
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryDraft, { minLength: MESSAGES, maxLength: MESSAGES }), async (drafts) => {
      const server = memoryServer();
      const room = server.rooms.create();
      const witness = await new Witness(server.connect(room)).join(BYSTANDER);
      await witness.edit([...SCHEMA_OPS, TYPED]);
      const stranger = new Stranger(() => server.connect(room));
      for (const [index, draft] of drafts.entries()) {
        await stranger.ready(draft.greeted);
        const before = witness.version;
        const message = spoil(draft, stranger.nextSeq);
        const answer = await stranger.send(message);
        const after = await witness.look();
        const problem = problemWith(message, answer, after > before);
        if (problem) throw new Error(`${problem}\n${preview(message)}\n${JSON.stringify(answer).slice(0, 1000)}`);
        const what = `${message.way} ${message.expected} ${draft.greeted} ${after > before ? 'effect' : answer.messages.filter((m) => m.type !== 'presence' && m.type !== 'patch_broadcast').map((m) => m.type === 'error' || m.type === 'nack' ? m.code : m.type).join() || 'silence'}`;
        counts.set(what, (counts.get(what) ?? 0) + 1);
        if (index % 10 === 0) { await witness.probe(); server.advance(50); }
      }
      await witness.probe();
      const stored = loadRoom(server.storage, must(server.storage.room(room), 'the room'));
      expect(canonicalGraph(stored.graph)).toBe(canonicalGraph(witness.graph));
      expect(server.problems.filter((p) => !/cut off: Invalid WebSocket frame: invalid UTF-8|has another graph/.test(p))).toEqual([]);
      await stranger.leave();
      await server.close();
    }),
    { numRuns: STORIES, endOnFailure: true },
  );
  console.log([...counts].sort().map(([k, v]) => `${v}\t${k}`).join('\n'));
}, 300_000);

function problemWith(message: HostileMessage, answer: Answer, effect: boolean): string | undefined {
  if (answer.closedWith !== undefined && !CLOSE_CODES.has(answer.closedWith)) return `closed with ${answer.closedWith}`;
  if (message.expected === 'anything') return;
  if (!answer.closedWith && !answer.messages.some((m) => m.type === 'error' || m.type === 'nack')) return 'no answer';
  if (message.expected === 'refused' && effect) return 'effect';
}
