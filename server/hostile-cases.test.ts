/** L8: single messages and frames that once did harm, or might: the rest of the room notices nothing. */
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { SCHEMA_OPS } from '../src/shared/graph/ops.arbitrary';
import { PROTOCOL_VERSION } from '../src/shared/protocol/version';
import { clientNo, nodeNo } from './testing/ids';
import { ANYONE } from './testing/people';
import { RawClient } from './testing/raw-client';
import { rawSocket } from './testing/raw-socket';
import { testServer } from './testing/test-server';
import { Witness } from './testing/witness';

const [ANN, BOB] = [clientNo(1), clientNo(2)];

/** A real server, with Bob in a room. */
async function scene() {
  const server = await testServer();
  const room = await server.newRoom();
  const connect = () => new WebSocket(`${server.url.replace('http', 'ws')}/parties/room/${room}`);
  const bob = await new Witness(connect()).join(BOB);
  await bob.edit(SCHEMA_OPS);
  return { server, room, connect, bob };
}

/** So many fields as JSON, without the braces. */
const fields = (count: number, value: string) =>
  Array.from({ length: count }, (_, index) => `"k${index}":${value}`).join();
const patchText = (ops: string) => `{"type":"patch","patches":[{"seq":1,"ops":${ops}}]}`;
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

describe('a message that is answered with an error', () => {
  test.each([
    [
      'an op with a field too many, whose name has 4,000,000 characters',
      patchText(`[{"op":"delete_node","nodeId":"${nodeNo(1)}","${'a'.repeat(4_000_000)}":0}]`),
    ],
    [
      '5,000 ops with 60 wrong properties each',
      patchText(
        `[${Array(5_000)
          .fill(`{"op":"create_label","properties":{${fields(60, '[]')}}}`)
          .join()}]`,
      ),
    ],
    ['250,000 fields too many', `{"type":"ping",${fields(250_000, '0')}}`],
    ['2,000,000 ops that are none', patchText(`[${Array(2_000_000).fill(0).join()}]`)],
    ['2,000,000 patches that are none', `{"type":"patch","patches":[${Array(2_000_000).fill(0).join()}]}`],
    ['arrays 1,000,000 deep', nested('[', ']', 1_000_000)],
    ['ops 1,000,000 deep', patchText(nested('[', ']', 1_000_000))],
    ['objects 500,000 deep', `{"type":"ping","a":${nested('{"a":', '}', 500_000).replace('}', '0}')}}`],
    ['a number of 4,000,000 digits', patchText(`[${'9'.repeat(4_000_000)}]`)],
    [
      'a name of 4,000,000 characters',
      patchText(`[{"op":"create_label","label":"${'a'.repeat(4_000_000)}","properties":{}}]`),
    ],
    ['white space alone', ' '.repeat(4_000_000)],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    const { server, connect, bob } = await scene();
    const ann = await new RawClient(connect()).open();
    await ann.hello(ANN);
    ann.say(text);
    const answer = (await ann.hear(({ type }) => type === 'error' || type === 'nack')).at(-1);
    expect(answer).toMatchObject({ code: expect.stringMatching(/^BAD_(MESSAGE|PATCH)$/) });
    expect(JSON.stringify(answer).length).toBeLessThan(1_000);
    expect(await bob.probe()).toBe(2);
    expect(server.problems).toEqual([]);
  });

  // Noting what is wrong with each of them took 11 seconds and more room than the stack has, and the whole room failed.
  test.each([
    ['a label', 'create_label', '0'],
    ['a node', 'create_node', '[]'],
  ])('250,000 wrong properties of %s: the first thing wrong is enough', async (_, op, value) => {
    const { server, connect, bob } = await scene();
    const ann = await new RawClient(connect()).open();
    await ann.hello(ANN);
    ann.say(patchText(`[{"op":"${op}","label":"A","properties":{${fields(250_000, value)}}}]`));
    const answer = (await ann.hear(({ type }) => type === 'nack')).at(-1);
    expect(answer).toMatchObject({ code: 'BAD_PATCH', reason: expect.stringMatching(/^0\.(properties|nodeId): \w/) });
    expect(await bob.probe()).toBe(2);
    expect(server.problems).toEqual([]);
  });

  test.each([
    ['is someone else', { clientId: BOB }],
    ['speaks for someone else', { clientId: ANN, adopted: [BOB] }],
  ])('a second hello that %s: whoever that is stays', async (_, claim) => {
    const { connect, bob } = await scene();
    const ann = await new RawClient(connect()).open();
    await ann.hello(ANN);
    ann.say(JSON.stringify({ type: 'hello', protocolVersion: PROTOCOL_VERSION, person: ANYONE, ...claim }));
    expect((await ann.hear(({ type }) => type === 'error')).at(-1)).toMatchObject({ code: 'BAD_MESSAGE' });
    ann.say(
      JSON.stringify({
        type: 'patch',
        patches: [{ clientId: BOB, seq: 2, ops: [{ op: 'set_title', title: 'As Bob' }] }],
      }),
    );
    expect((await ann.hear(({ type }) => type === 'error')).at(-1)).toMatchObject({ code: 'BAD_MESSAGE' });
    expect(await bob.probe()).toBe(2);
  });
});

describe('a frame that is none of WebSocket’s ends that connection alone', () => {
  const MASK = [0, 0, 0, 0];
  const text = (first: number, bytes: readonly number[]) => [first, 0x80 | bytes.length, ...MASK, ...bytes];
  const long = (length: bigint) => {
    const frame = Buffer.alloc(10);
    frame.writeUInt16BE(0x81ff);
    frame.writeBigUInt64BE(length, 2);
    return [...frame, ...MASK];
  };

  test.each([
    ['text without a mask', [0x81, 2, 0x7b, 0x7d], 1002],
    ['an opcode that does not exist', text(0x83, []), 1002],
    ['a reserved bit', text(0xc1, []), 1002],
    ['a continuation of nothing', text(0x80, []), 1002],
    ['a text within a text', [...text(0x01, [0x7b]), ...text(0x81, [0x7d])], 1002],
    ['a ping in parts', text(0x09, []), 1002],
    ['a ping that is too long', [0x89, 0xfe, 0, 126, ...MASK], 1002],
    ['a close of one byte', text(0x88, [3]), 1002],
    ['a close with a code that does not exist', text(0x88, [0, 1]), 1002],
    ['a message of more than 4 MiB', long(4n * 1024n * 1024n + 1n), 1009],
    ['a message of 2^63 bytes', long(1n << 63n), 1009],
    [
      'a character cut in two by parts, whose rest is none',
      [...text(0x01, [0x22, 0xc3]), ...text(0x80, [0x28, 0x22])],
      1007,
    ],
    ['a close for a reason that is no UTF-8', text(0x88, [0x03, 0xe8, 0xff]), 1007],
  ])('%s', async (_, bytes, code) => {
    const { server, room, bob } = await scene();
    const { socket, closeCode } = await rawSocket(server.port, room);
    socket.write(Uint8Array.from(bytes));
    // As a browser would: a close is answered by an end.
    socket.once('data', () => socket.end());
    expect(await closeCode).toBe(code);
    expect(await bob.probe()).toBe(2);
    expect(server.problems).toEqual([expect.stringContaining('was cut off')]);
  });

  test('half a frame, and then nothing', async () => {
    const { server, room, bob } = await scene();
    const { socket, closeCode } = await rawSocket(server.port, room);
    socket.end(Uint8Array.from([0x81, 0xfe, 0x10]));
    expect(await closeCode).toBeUndefined();
    expect(await bob.probe()).toBe(2);
    expect(server.problems).toEqual([]);
  });
});
