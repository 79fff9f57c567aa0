import { once } from 'node:events';
import { chmodSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type Agent, get, Agent as HttpsAgent } from 'node:https';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { assert } from '../../src/shared/assert';
import { ManualClock } from '../../src/shared/testing/manual-clock';
import type { Log } from '../log';
import { StartupError } from '../startup-error';
import { type Certificate, newCertificate, putCertificate } from '../testing/certificate';
import { certificateFiles } from '../testing/certificate-files';
import { createEdgeServer } from './http-server';
import { readTls, type TlsFiles } from './tls';

const DAY = 24 * 60 * 60 * 1_000;
const MINUTE = 60_000;

/** A server with a certificate, and what it logs. */
async function serve(tls: TlsFiles) {
  const clock = new ManualClock();
  const lines: string[] = [];
  const say = (level: string) => (line: string) => void lines.push(`${level}: ${line}`);
  const log: Log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error'), child: () => log };
  const { server, stopRenewing } = createEdgeServer((_request, response) => response.end('hello'), { tls, clock, log });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert(typeof address === 'object' && address !== null, 'a listening server has an address');
  const { port } = address;
  onTestFinished(() => {
    stopRenewing();
    server.close();
    server.closeAllConnections();
  });
  return { clock, lines, port, stopRenewing, passMinute: () => clock.advance(MINUTE) };
}

/** What the server answers who trusts this certificate alone. */
function ask(port: number, { cert }: Certificate, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, ca: cert, agent: agent ?? false }, async (response) => {
      response.setEncoding('utf8');
      let body = '';
      for await (const text of response) body += text;
      resolve(body);
    });
    request.once('error', reject);
  });
}

async function handshake(options: ConnectionOptions): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', rejectUnauthorized: false, ...options });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'secureConnect');
  return socket;
}

describe('a server with a certificate', () => {
  it('speaks https with it, HTTP/1.1 over TLS 1.2 and newer', async () => {
    const certificate = await newCertificate('first');
    const { port, lines } = await serve(certificateFiles(certificate));
    expect(await ask(port, certificate)).toBe('hello');
    const modern = await handshake({ port, ALPNProtocols: ['h2', 'http/1.1'] });
    expect(modern.alpnProtocol).toBe('http/1.1');
    expect((await handshake({ port, maxVersion: 'TLSv1.2' })).getProtocol()).toBe('TLSv1.2');
    await expect(
      handshake({ port, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }),
    ).rejects.toThrow();
    expect(lines).toEqual([]);
  });

  it('shows a renewed one from then on, and goes on with the connections that are open', async () => {
    const [first, second] = [await newCertificate('first'), await newCertificate('second')];
    const files = certificateFiles(first);
    const { port, lines, passMinute } = await serve(files);
    const agent = new HttpsAgent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    expect(await ask(port, first, agent)).toBe('hello');

    putCertificate(files, second);
    passMinute();
    expect(lines).toEqual(['info: The renewed certificate is in use.']);
    expect(await ask(port, second)).toBe('hello');
    await expect(ask(port, first)).rejects.toThrow();
    expect(await ask(port, first, agent), 'on the connection from before').toBe('hello');
    passMinute();
    expect(lines).toHaveLength(1);
  });

  it('finds one that was put there by a symbolic link or by a new name', async () => {
    const [first, second, third] = await Promise.all(['first', 'second', 'third'].map((name) => newCertificate(name)));
    assert(first !== undefined && second !== undefined && third !== undefined, 'three were made');
    const [old, renewed] = [certificateFiles(first), certificateFiles(second)];
    const links = certificateFiles(first);
    const link = (to: TlsFiles) => {
      for (const name of ['certPath', 'keyPath'] as const) {
        rmSync(links[name]);
        symlinkSync(to[name], links[name]);
      }
    };
    link(old);
    const { port, passMinute } = await serve(links);
    link(renewed);
    passMinute();
    expect(await ask(port, second)).toBe('hello');

    const fresh = certificateFiles(third);
    renameSync(fresh.certPath, links.certPath);
    renameSync(fresh.keyPath, links.keyPath);
    passMinute();
    expect(await ask(port, third)).toBe('hello');
  });

  it('keeps the one it has when the renewed one cannot be used, says so once, and takes the next that can', async () => {
    const [first, second] = [await newCertificate('first'), await newCertificate('second')];
    const files = certificateFiles(first);
    const { port, lines, passMinute } = await serve(files);
    writeFileSync(files.certPath, second.cert);
    passMinute();
    passMinute();
    expect(lines).toEqual([expect.stringMatching(/^error: The key in .* is not the key of .* stays in use\.$/)]);
    expect(await ask(port, first)).toBe('hello');
    rmSync(files.keyPath);
    passMinute();
    expect(lines).toHaveLength(2);
    expect(await ask(port, first)).toBe('hello');
    putCertificate(files, second);
    passMinute();
    expect(lines.slice(2)).toEqual(['info: The renewed certificate is in use.']);
    expect(await ask(port, second)).toBe('hello');
  });

  it('looks no more once it is told to stop', async () => {
    const { clock, stopRenewing, passMinute } = await serve(certificateFiles(await newCertificate('first')));
    passMinute();
    stopRenewing();
    expect(clock.waiting).toBe(0);
  });

  it('warns of one that has ended', async () => {
    const ended = await newCertificate('old', new Date(Date.now() - 9 * DAY), new Date(Date.now() - DAY));
    const { lines } = await serve(certificateFiles(ended));
    expect(lines).toEqual([expect.stringMatching(/^warn: The certificate of TLS_CERT ended on .* Renew it\.$/)]);
  });
});

test('a certificate that is not valid yet, near its end, or in the middle of its time', async () => {
  const now = Date.now();
  const files = certificateFiles(await newCertificate('any', new Date(now), new Date(now + 90 * DAY)));
  expect(readTls(files, now - DAY).warning).toMatch(/is not valid before/);
  expect(readTls(files, now + DAY).warning).toBeUndefined();
  expect(readTls(files, now + 84 * DAY).warning).toMatch(/ends on/);
  expect(readTls(files, now + 91 * DAY).warning).toMatch(/ended on/);
});

describe('files that cannot be used are a sentence at the start', () => {
  const reading = (files: TlsFiles) => () => readTls(files, Date.now());

  it('where one is missing, or is no file', async () => {
    const files = certificateFiles(await newCertificate('any'));
    expect(reading({ ...files, certPath: '/nowhere/cert.pem' })).toThrow(StartupError);
    expect(reading({ ...files, certPath: '/nowhere/cert.pem' })).toThrow(
      /^TLS_CERT: the file .* cannot be read \(ENOENT\)\.$/,
    );
    expect(reading({ ...files, keyPath: '/' })).toThrow(/^TLS_KEY: the file "\/" cannot be read \(EISDIR\)\.$/);
  });

  it.skipIf(process.getuid?.() === 0)('where it is not the server’s to read', async () => {
    const files = certificateFiles(await newCertificate('any'));
    chmodSync(files.keyPath, 0);
    expect(reading(files)).toThrow(/^TLS_KEY: .* cannot be read \(EACCES\)\.$/);
  });

  it('where they are mixed up, or not of one pair; the key is never quoted', async () => {
    const [first, second] = [await newCertificate('first'), await newCertificate('second')];
    const files = certificateFiles(first);
    expect(reading({ certPath: files.keyPath, keyPath: files.keyPath })).toThrow(/\(TLS_CERT\) has no certificate/);
    expect(reading({ certPath: files.certPath, keyPath: files.certPath })).toThrow(/\(TLS_KEY\) has no key/);
    expect(reading({ ...files, keyPath: certificateFiles(second).keyPath })).toThrow(/is not the key of/);
    writeFileSync(files.keyPath, first.key.replace('MIG', 'MIX'));
    expect(reading(files)).toThrow(/^(?!.*MIX).*\(TLS_KEY\) has no key/);
  });
});
