/** The server as a process of its own: how it fails to start, and what survives when it is killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { clientNo } from './testing/ids';
import { setTitle } from './testing/ops';
import { listening } from './testing/server-process';
import { tempDir } from './testing/temp-dir';
import { TestClient } from './testing/test-client';
import { newRoom, testServer } from './testing/test-server';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], { env: { ...process.env, ...environment } });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function failure(environment: Record<string, string>) {
  const child = run(environment);
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += String(text);
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

test('a port in use, a data directory that cannot be made, a damaged database, a bad setting: a sentence each', async () => {
  const { port } = await testServer();
  const dir = tempDir();
  writeFileSync(join(dir, 'kumiko.db'), 'This is no database. '.repeat(100));
  const results = await Promise.all([
    failure({ PORT: String(port), DATA_DIR: tempDir() }),
    failure({ PORT: '0', DATA_DIR: join(dir, 'kumiko.db', 'below-a-file') }),
    failure({ PORT: '0', DATA_DIR: dir }),
    failure({ PORT: 'eighty', DATA_DIR: dir }),
  ]);
  expect(results.map(({ stderr }) => stderr)).toEqual([
    expect.stringMatching(/^Kumiko cannot start\. Port \d+ is in use\..*\n$/),
    expect.stringMatching(/^Kumiko cannot start\. The data directory .* cannot be used .*\n$/),
    expect.stringMatching(/^Kumiko cannot start\. The database .* is damaged or is not a database\..*\n$/),
    expect.stringMatching(/^Kumiko cannot start\. PORT must be .*"eighty"\.\n$/),
  ]);
  expect(results.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
});

test('L2: what was acknowledged survives kill -9; a second server on the same data is refused; SIGTERM ends in order', async () => {
  const dataDir = tempDir();
  const environment = { PORT: '0', DATA_DIR: dataDir };
  const first = run(environment);
  const url = await listening(first);
  const room = await newRoom(url);
  const ann = new TestClient(url, room);
  await ann.join(clientNo(1));
  ann.patch(1, [setTitle('Kept')]);
  expect(await ann.next()).toMatchObject({ type: 'ack', serverVersion: 1 });
  first.kill('SIGKILL');
  await once(first, 'close');

  const second = run(environment);
  const bob = new TestClient(await listening(second), room);
  expect(await bob.join(clientNo(2))).toMatchObject({ serverVersion: 1 });
  expect(await bob.next()).toMatchObject({ patches: [{ clientId: clientNo(1), ops: [setTitle('Kept')] }] });
  const third = await failure(environment);
  expect(third).toEqual({ code: 1, stderr: expect.stringMatching(/in use by another process/) });
  second.kill('SIGTERM');
  expect(await bob.closed).toBe(1012);
  expect(await once(second, 'close')).toEqual([0, null]);
});
