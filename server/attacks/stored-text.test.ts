/** Text that would do something in a page, a terminal or a database: it is kept and told as it is, and does nothing. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linksSchema } from '../../src/shared/protocol/links';
import { clientNo, nodeNo } from '../testing/ids';
import { keyHeader } from '../testing/known-keys';
import { createNode, schemaOps, setName } from '../testing/ops';
import { tempDir } from '../testing/temp-dir';
import { TestClient } from '../testing/test-client';
import { testServer } from '../testing/test-server';
import { ask } from './testing/links';
import { neighbour } from './testing/neighbour';

const TEXTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)//',
  '<svg/onload=alert(1)>',
  '</title></textarea><script>1</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '$\u007b7*7}#{7*7}<%= 7*7 %>',
  '\u202egnp.exe\u202c',
  '\u2066a\u2069\u200f\u200b\ufeffb',
  "'; MATCH (n) DETACH DELETE n; //",
  '`) DROP TABLE Person; --',
  "') RETURN n UNION MATCH (m) RETURN m //",
  "Robert'); DROP TABLE patches;--",
  '$id $1 ?1 :name @p',
  '%s%n %00 \\u0000 \\x00 &lt;&#60;',
  '__proto__',
  'e\u0301 and \u00e9, ﬃ, İ, ß, 🙂, 組子',
  '=HYPERLINK("http://evil.example")',
  '../../etc/passwd',
];

test('titles, values, names of people and of links come back as they were written, also from the disk', async () => {
  const dataDir = join(tempDir(), 'data');
  const server = await testServer({ dataDir });
  const honest = await neighbour(server);
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  await ann.join(clientNo(1));
  let seq = 0;
  const patch = async (ops: unknown) => {
    seq += 1;
    ann.patch(seq, ops);
    return ann.next();
  };
  await patch([...schemaOps]);
  for (const [n, text] of TEXTS.entries()) {
    expect(await patch([createNode(n), setName(n, text), { op: 'set_title', title: text }])).toMatchObject({
      type: 'ack',
    });
    const named = await server.newRoom({ title: text });
    for (const each of [room, named]) {
      const response = await ask(server, each, 'GET', '');
      expect(await response.json()).toMatchObject({ title: text });
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await ask(server, room, 'POST', '/links', { role: 'viewer', name: text })).status).toBe(201);
    const who = { name: text.slice(0, 40), color: '#123456' };
    ann.send({ type: 'person', person: who });
    const bob = new TestClient(server.url, room);
    await bob.join(clientNo(2));
    await expect
      .poll(async () => {
        const message = await bob.nextOfAll();
        const peers = message.type === 'presence' ? message.peers : [];
        return peers.find((peer) => peer.clientId === clientNo(1))?.person;
      })
      .toEqual(who);
    bob.socket.terminate();
  }
  const { links } = linksSchema.parse(await (await ask(server, room, 'GET', '/links')).json());
  expect(links.slice(1).map(({ name }) => name)).toEqual(TEXTS);
  await honest.goesOn();
  await server.close();

  const again = await testServer({ dataDir });
  const about = await fetch(`${again.url}/api/rooms/${room}`, { headers: keyHeader(room) });
  expect(await about.json()).toMatchObject({ title: TEXTS.at(-1) });
  const carol = new TestClient(again.url, room);
  await carol.join(clientNo(3));
  const log = await carol.next();
  const ops = log.type === 'patch_broadcast' ? log.patches.flatMap((each) => each.ops) : [];
  const values = ops.flatMap((op) => (op.op === 'set_property' ? [op.value] : []));
  expect(values).toEqual(TEXTS);
  expect(ops.filter((op) => op.op === 'create_node')).toHaveLength(TEXTS.length);
});

test('as a label, a type or a property it is refused, or it is a name like any other', async () => {
  const server = await testServer();
  const honest = await neighbour(server);
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  await ann.join(clientNo(1));
  const bob = new TestClient(server.url, room);
  await bob.join(clientNo(2));
  const names = [
    ...TEXTS,
    'MATCH',
    'DETACH DELETE',
    'DROP TABLE Person',
    'Person OR true',
    'script',
    'null',
    'id',
    '_x',
  ];
  let taken = 0;
  for (const [n, name] of names.entries()) {
    const label = `{"op":"create_label","label":${JSON.stringify(name)},"properties":{${JSON.stringify(name)}:"STRING"}}`;
    ann.send(`{"type":"patch","patches":[{"seq":${n + 1},"ops":[${label}]}]}`);
    const answer = await ann.next();
    if (answer.type === 'nack') {
      expect(answer).toMatchObject({ seq: n + 1, code: 'BAD_PATCH' });
      continue;
    }
    expect(answer).toMatchObject({ type: 'ack', skipped: [] });
    taken += 1;
    expect(await bob.next()).toMatchObject({ patches: [{ ops: [{ label: name, properties: { [name]: 'STRING' } }] }] });
  }
  expect(taken).toBeGreaterThan(3);
  expect(taken).toBeLessThan(names.length - 10);
  ann.patch(names.length + 1, [
    { op: 'create_node', nodeId: nodeNo(1), label: 'MATCH', position: { x: 0, y: 0 }, properties: { MATCH: TEXTS[0] } },
  ]);
  expect(await ann.next()).toMatchObject({ type: 'ack' });
  expect(await bob.next()).toMatchObject({ patches: [{ ops: [{ properties: { MATCH: TEXTS[0] } }] }] });
  await honest.goesOn();
});
