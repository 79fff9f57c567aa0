/** The admin command, with the server running and with it stopped. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { must } from '../../src/shared/assert';
import { testClientId } from '../../src/shared/testing/test-client-ids';
import { admin } from '../testing/admin-command';
import { keyHeader, noteKey } from '../testing/known-keys';
import { createNode, schemaOps, setName, setTitle } from '../testing/ops';
import { tempDir } from '../testing/temp-dir';
import { TestClient } from '../testing/test-client';
import { type TestServer, testServer } from '../testing/test-server';
import { socketPath } from './control-messages';
import { COMMANDS } from './run';

/** A title that would play tricks on a terminal. */
const TITLE = 'Tricky \u202etitle';

interface Site {
  readonly dataDir: string;
  readonly room: string;
  readonly server: TestServer;
}

/** A server with a graph of two nodes and an edge, at version 4. */
async function site(): Promise<Site> {
  const dataDir = tempDir();
  const server = await testServer({ dataDir });
  const room = await server.newRoom({ title: TITLE });
  const ann = new TestClient(server.url, room);
  await ann.join(testClientId(1));
  await ann.next();
  ann.patch(1, schemaOps);
  ann.patch(2, [createNode(1), createNode(2)]);
  ann.patch(3, [setName(1, 'One')]);
  for (let answers = 0; answers < 3; answers += 1) await ann.next();
  ann.socket.close();
  await ann.closed;
  return { dataDir, room, server };
}

const keyIn = (link: string | undefined) => must(/#key=([\w-]{40})$/.exec(link ?? '')?.[1], 'a key');

/** Whether a key opens a graph, and as what. */
async function roleOf(url: string, room: string, key: string): Promise<unknown> {
  const response = await fetch(`${url}/api/rooms/${room}`, { headers: { 'kumiko-key': key } });
  const body: unknown = await response.json();
  return response.ok && typeof body === 'object' && body !== null && 'role' in body ? body.role : response.status;
}

describe.each(['running', 'stopped'] as const)('with the server %s', (state) => {
  const begin = async () => {
    const made = await site();
    if (state === 'stopped') await made.server.close();
    const run = (...argv: string[]) => admin(made.dataDir, ...argv);
    /** The server's address, once it runs (again). */
    const serving = async () => {
      if (state === 'running') return made.server.url;
      return (await testServer({ dataDir: made.dataDir })).url;
    };
    return { ...made, run, serving };
  };

  test('list and inspect say what there is; what people wrote plays no tricks', async () => {
    const { run, room } = await begin();
    const { out } = await run('list');
    expect(out).toHaveLength(2);
    expect(out[1]).toMatch(new RegExp(`^${room}  \\d{4}-\\S+Z  4  +4  +0 bytes`));
    const inspected = (await run('inspect', room)).out.join('\n');
    expect(inspected).toMatch(/title +Tricky \\u\{202e\}title\n/);
    expect(inspected).toMatch(/content +2 nodes, 0 edges\nlabels +Person\nedge types +KNOWS\n/);
    expect(inspected).toMatch(/links +1 owner, 0 editor, 0 viewer; 0 revoked/);
    expect(await run('inspect', 'nowhere')).toEqual({
      exitCode: 1,
      out: [],
      complaints: ['There is no graph nowhere. The command "list" names all.'],
    });
  });

  test('what is exported and imported is the same graph, with a link for its owner', async () => {
    const { run, room, serving } = await begin();
    const file = join(tempDir(), 'graph.json');
    expect(await run('export', room, '--out', file)).toMatchObject({ exitCode: 0, complaints: [] });
    expect(statSync(file).mode & 0o77).toBe(0);
    const exported = (await run('export', room)).out.join('\n');
    expect(`${exported}\n`).toBe(readFileSync(file, 'utf8'));
    expect(JSON.parse(exported)).toMatchObject({
      form: 'kumiko-graph',
      format: 1,
      title: TITLE,
      labels: [{ name: 'Person' }],
      edgeTypes: [{ name: 'KNOWS' }],
      nodes: [{ label: 'Person', properties: { name: 'One' } }, { properties: {} }],
      edges: [],
    });
    expect((await run('export', room, '--out', file)).complaints).toEqual([expect.stringMatching(/cannot be written/)]);

    const { out, exitCode } = await run('import', file, '--title', 'Another');
    expect(exitCode).toBe(0);
    const copy = must(/^2 nodes, 0 edges: graph (\S{22})$/.exec(out[0] ?? '')?.[1], 'the new graph');
    expect(await run('verify', copy)).toMatchObject({ exitCode: 0 });
    expect((await run('export', copy)).out.join('\n')).toBe(exported.replace(TITLE, 'Another'));
    const url = await serving();
    expect(await roleOf(url, copy, keyIn(out[1]))).toBe('owner');
    noteKey(copy, keyIn(out[1]));
    const bob = new TestClient(url, copy);
    expect(await bob.join(testClientId(2))).toMatchObject({ serverVersion: 1, role: 'owner' });
  });

  test('a file that is no graph makes no graph', async () => {
    const { run } = await begin();
    const file = join(tempDir(), 'graph.json');
    const graph = { form: 'kumiko-graph', format: 1, labels: [], edgeTypes: [], nodes: [], edges: [] };
    const node = { id: 'n_00000000-0000-4000-8000-000000000001', position: { x: 0, y: 0 }, properties: {} };
    for (const [content, complaint] of [
      ['nonsense', /is not the file of a graph: This is not JSON/],
      [JSON.stringify({ ...graph, format: 2 }), /is not the file of a graph: format/],
      [JSON.stringify({ ...graph, nodes: [{ ...node, label: 'Nobody' }] }), /not a graph that can be made/],
    ] as const) {
      writeFileSync(file, content);
      expect(await run('import', file)).toMatchObject({ exitCode: 1, complaints: [expect.stringMatching(complaint)] });
    }
    expect((await run('list')).out).toHaveLength(2);
  });

  test('links are made, changed, listed without keys, and revoked; the last one for owners stays', async () => {
    const { run, room, serving } = await begin();
    const made = await run('link', room, '--role', 'editor', '--name', 'For Bo');
    const key = keyIn(made.out[0]);
    expect(made.out[0]).toMatch(state === 'running' ? /^http:\/\/localhost:\d+\/g\// : /^\/g\//);
    const id = key.slice(0, 16);
    expect((await run('link', room, '--role', 'viewer', '--url', 'https://graphs.example/')).out[0]).toMatch(
      /^https:\/\/graphs\.example\/g\//,
    );
    expect(await run('change-link', room, id, '--role', 'viewer')).toMatchObject({ exitCode: 0 });
    const listed = (await run('links', room)).out;
    expect(listed).toHaveLength(4);
    expect(listed.join('\n')).not.toContain(key);
    expect(listed.join('\n')).toMatch(new RegExp(`${id}  viewer .* For Bo$`, 'm'));
    expect(await run('revoke', room, id)).toMatchObject({ exitCode: 0 });
    expect(await run('revoke', room, id)).toMatchObject({ exitCode: 1 });
    const owner =
      must(
        listed.find((line) => / owner /.test(line)),
        'the owner’s link',
      ).split(' ', 1)[0] ?? '';
    expect(await run('revoke', room, owner)).toMatchObject({
      exitCode: 1,
      complaints: [expect.stringMatching(/only link for owners/)],
    });
    const audited = (await run('audit', room)).out;
    expect(audited.map((line) => line.split(/ {2,}/)[3])).toEqual([
      'link_revoked',
      'link_changed',
      'link_created',
      'link_created',
      'room_created',
    ]);
    expect(audited[0]).toMatch(/ admin /);
    expect(await roleOf(await serving(), room, key)).toBe(404);
  });

  test('a graph is deleted, restored, deleted again and removed for good', async () => {
    const { run, room, serving } = await begin();
    expect(await run('purge', room)).toMatchObject({
      exitCode: 1,
      complaints: [expect.stringMatching(/is not deleted/)],
    });
    await run('delete', room);
    expect((await run('list')).out[1]).toMatch(/deleted \d{4}-/);
    await run('restore', room);
    expect((await run('list')).out[1]).not.toMatch(/deleted/);
    await run('delete', room);
    expect(await run('purge', room)).toMatchObject({ exitCode: 0 });
    expect((await run('list')).out).toHaveLength(1);
    expect((await run('audit')).out[0]).toMatch(new RegExp(`${room} +admin +room_purged`));
    const response = await fetch(`${await serving()}/api/rooms/${room}`, { headers: keyHeader(room) });
    expect(response.status).toBe(404);
  });
});

test('L9: compact removes what the snapshot has from the log of a room that is open, and nobody notices', async () => {
  const dataDir = tempDir();
  const server = await testServer({ dataDir, catchUp: { patches: 2, bytes: 1_000_000 } });
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  await ann.join(testClientId(1));
  for (let seq = 1; seq <= 6; seq += 1) {
    ann.patch(seq, [setTitle(`Title ${seq}`)]);
    await ann.next();
  }
  await vi.waitFor(async () => expect((await admin(dataDir, 'compact', room)).out[0]).not.toMatch(/: 0 patches/));
  expect(await admin(dataDir, 'verify')).toMatchObject({ exitCode: 0 });
  expect(await admin(dataDir, 'compact')).toMatchObject({ exitCode: 2 });
  ann.patch(7, [setTitle('Title 7')]);
  expect(await ann.next()).toMatchObject({ type: 'ack', serverVersion: 7 });
});

test('who is in a graph that is deleted is told; who came by a link that is revoked is sent away', async () => {
  const { dataDir, room, server } = await site();
  const key = keyIn((await admin(dataDir, 'link', room, '--role', 'editor')).out[0]);
  const bob = new TestClient(server.url, room);
  await bob.join(testClientId(2), { key });
  const ann = new TestClient(server.url, room);
  await ann.join(testClientId(1));
  expect((await admin(dataDir, 'list')).out[1]).toMatch(/ 2 *$/);
  await admin(dataDir, 'revoke', room, key.slice(0, 16));
  expect(await bob.closed).toBe(4403);
  await admin(dataDir, 'delete', room);
  expect(await ann.closed).toBe(4410);
  expect(server.problems).toEqual([]);
});

test('an import that breaks off leaves nothing behind', async () => {
  const { dataDir, server } = await site();
  const socket = createConnection(socketPath(dataDir));
  socket.write(`${JSON.stringify({ method: 'beginImport', params: [] })}\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  expect((await admin(dataDir, 'list')).out).toHaveLength(3);
  socket.destroy();
  await vi.waitFor(async () => expect((await admin(dataDir, 'list')).out).toHaveLength(2));
  expect(server.problems).toEqual([]);
});

test('the socket is for the server’s user alone, and goes with the server; nonsense on it is answered', async () => {
  const { dataDir, server } = await site();
  expect(statSync(socketPath(dataDir)).mode & 0o77).toBe(0);
  expect(statSync(join(dataDir, 'admin')).mode & 0o77).toBe(0);
  const socket = createConnection(socketPath(dataDir));
  socket.setEncoding('utf8');
  const heard = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (piece) => {
      text += String(piece);
      if (text.split('\n').length === 5) resolve(text);
    });
  });
  socket.write(
    'nonsense\n{"method":"nothing","params":[]}\n{"method":"room","params":[7]}\n{"method":"url","params":[]}\n',
  );
  const answers = (await heard).trim().split('\n');
  expect(answers.map((answer) => JSON.parse(answer).ok)).toEqual([false, false, false, true]);
  await server.close();
  expect(existsSync(socketPath(dataDir))).toBe(false);
});

test('where there can be no socket the server goes without, and says so', async () => {
  const dataDir = join(tempDir(), 'x'.repeat(100), 'data');
  const server = await testServer({ dataDir });
  expect(server.problems).toEqual(['The admin command cannot reach this server while it runs.']);
  expect(await admin(dataDir, 'list')).toMatchObject({
    exitCode: 1,
    complaints: [expect.stringMatching(/in use by another process/)],
  });
});

describe('how it is called', () => {
  test('help names every command, and each says more about itself', async () => {
    const { out, exitCode } = await admin(tempDir(), '--help');
    expect(exitCode).toBe(0);
    for (const { name, summary } of COMMANDS) {
      expect(out.join('\n')).toContain(`  ${name}`);
      const one = await admin(tempDir(), name, '--help');
      expect(one).toMatchObject({ exitCode: 0, complaints: [] });
      expect(one.out.join('\n')).toContain(summary);
    }
  });

  test('wrong words are answered with the right ones', async () => {
    expect(await admin(tempDir())).toMatchObject({ exitCode: 2 });
    expect(await admin(tempDir(), 'lsit')).toEqual({
      exitCode: 2,
      out: [],
      complaints: ['There is no command "lsit". Try --help.'],
    });
    expect(await admin(tempDir(), 'inspect')).toMatchObject({
      exitCode: 2,
      complaints: [expect.stringMatching(/^It is called like this: inspect <graph>/), expect.any(String)],
    });
    expect(await admin(tempDir(), 'link', 'x', '--role', 'king')).toMatchObject({ exitCode: 2 });
    expect(await admin(tempDir(), 'list', '--nonsense')).toMatchObject({ exitCode: 2 });
  });

  test('an id that begins with a dash is an id', async () => {
    const { dataDir } = await site();
    const [room, link] = ['-'.padEnd(22, 'x'), '--'.padEnd(16, 'x')];
    expect((await admin(dataDir, 'inspect', room)).complaints[0]).toMatch(new RegExp(`no graph ${room}`));
    expect((await admin(dataDir, 'revoke', room, link)).complaints[0]).toMatch(new RegExp(`no graph ${room}`));
  });

  test('a directory without a database stays without', async () => {
    const dir = tempDir();
    expect(await admin(dir, 'list')).toMatchObject({
      exitCode: 1,
      complaints: [expect.stringMatching(/^There is no database in/)],
    });
    expect(existsSync(join(dir, 'kumiko.db'))).toBe(false);
  });
});
