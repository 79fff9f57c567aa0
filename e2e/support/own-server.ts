/** A server of a test's own, as a process that can be killed and started again on the same port and data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../src/shared/assert';

export class OwnServer {
  readonly #port: number;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'kumiko-own-'));
  #process: ChildProcess | undefined;

  private constructor(
    port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {
    this.#port = port;
  }

  /** @param settings of the environment */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
    const server = new OwnServer(await freePort(), settings);
    await server.start();
    return server;
  }

  get origin(): string {
    const scheme = this.settings['TLS_CERT'] === undefined ? 'http' : 'https';
    return `${scheme}://localhost:${this.#port}`;
  }

  /** Starts it, and resolves when it takes connections. */
  async start(): Promise<void> {
    const env = { ...process.env, PORT: String(this.#port), DATA_DIR: this.#dataDir, ...this.settings };
    const started = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = started;
    // It goes on being read: a pipe that is full would stop the server.
    const output = must(started.stdout, 'its output');
    await new Promise<void>((resolve) => {
      output.on('data', (text) => String(text).includes('Kumiko is at') && resolve());
    });
  }

  /** Ends it with no chance to do anything more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to stop, as an operator does. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has no port');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
