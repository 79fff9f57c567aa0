/** A host at one port, where servers come and go: one version of the app, another, or none that answers. */
import { mkdtempSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startServer } from '../../server/app';
import { DEFAULT_CONFIG } from '../../server/config/config';
import { silentLog } from '../../server/log';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The app as it was built for all tests. */
export const firstVersion = join(project, 'dist/client');

/** Builds the same app with other files. @returns their directory */
export async function buildAnotherVersion(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'kumiko-version-'));
  await build({ root: project, logLevel: 'silent', build: { outDir, minify: false, sourcemap: false } });
  return outDir;
}

export class Site {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'kumiko-site-'));
  #port = 0;
  #close: () => Promise<void> = async () => undefined;

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Serves a version of the app, in place of what was there. */
  async deploys(clientDir: string): Promise<void> {
    await this.closes();
    const samplesDir = join(project, 'server/samples/data');
    const server = await startServer({
      ...DEFAULT_CONFIG,
      log: silentLog,
      port: this.#port,
      host: 'localhost',
      dataDir: this.#dataDir,
      clientDir,
      samplesDir,
    });
    this.#port = server.port;
    this.#close = server.close;
  }

  /** Has something else answer at its place. */
  async answersBy(listener: RequestListener): Promise<void> {
    await this.closes();
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve));
    this.#close = () => closed(server);
  }

  async closes(): Promise<void> {
    await this.#close();
    this.#close = async () => undefined;
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
}
