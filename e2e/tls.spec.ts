/** The server under TLS by itself: the page, its WebSocket and the engine, with a certificate that this test makes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCertificate, putCertificate } from '../server/testing/certificate';
import { OwnServer } from './support/own-server';
import { expect, expectSameGraph, test } from './support/people';
import { Person } from './support/person';

test('two people edit one graph over https and wss', async ({ browser }) => {
  const dir = mkdtempSync(join(tmpdir(), 'kumiko-tls-'));
  const files = { certPath: join(dir, 'cert.pem'), keyPath: join(dir, 'key.pem') };
  putCertificate(files, await newCertificate('localhost'));
  const server = await OwnServer.start({ TLS_CERT: files.certPath, TLS_KEY: files.keyPath });
  const newcomer = async (name: string) => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    return new Person(name, await context.newPage());
  };
  const [alice, bo] = [await newcomer('Alice'), await newcomer('Bo')];
  const sockets: string[] = [];
  alice.page.on('websocket', (socket) => sockets.push(socket.url()));

  const response = await alice.page.goto(server.origin);
  expect(response?.headers()['strict-transport-security']).toMatch(/max-age=\d{7,}/u);
  await alice.page.getByRole('button', { name: 'New graph' }).click();
  await alice.isReady();
  const link = await alice.makesLink('editor', 'Bo');
  expect(link).toMatch(/^https:/u);
  await bo.opens(link);
  await bo.submit([
    { op: 'create_label', label: 'Person', properties: { name: 'STRING' } },
    {
      op: 'create_node',
      nodeId: 'n_00000000-0000-4000-8000-000000000001',
      label: 'Person',
      position: { x: 100, y: 100 },
      properties: { name: 'Ann' },
    },
  ]);
  await expectSameGraph([alice, bo]);
  expect((await alice.graph()).nodes).toHaveLength(1);
  expect(sockets.length).toBeGreaterThan(0);
  for (const url of sockets) expect(url).toMatch(/^wss:/u);

  for (const { page } of [alice, bo]) await page.context().close();
  await server.remove();
  rmSync(dir, { recursive: true });
});
