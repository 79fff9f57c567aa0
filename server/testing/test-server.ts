/** A real server on a free port, in this process, with a data directory of its own. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { type RunningServer, type ServerOptions, startServer } from '../app';
import { DEFAULT_CONFIG } from '../config/config';
import type { ServerLimits } from '../config/server-limits';
import { noteKey } from './known-keys';
import { tempDir } from './temp-dir';
import { testLog } from './test-log';

const createdSchema = z.object({ room: z.string(), key: z.string() });

export interface TestServer extends RunningServer {
  /** What was logged as going wrong. */
  readonly problems: string[];
  /** Makes a room through the API and returns its id. */
  newRoom(from?: { title?: string; sample?: string }): Promise<string>;
}

/** Options of a server; limits that are left out are those of a server without configuration. */
type TestOptions = Partial<Omit<ServerOptions, 'limits'>> & { readonly limits?: Partial<ServerLimits> };

export async function testServer({ limits, ...options }: TestOptions = {}): Promise<TestServer> {
  const dir = tempDir();
  const problems: string[] = [];
  const server = await startServer({
    ...DEFAULT_CONFIG,
    port: 0,
    host: '127.0.0.1',
    dataDir: join(dir, 'data'),
    clientDir: join(dir, 'client'),
    samplesDir: join(dir, 'samples'),
    log: testLog(problems),
    ...options,
    limits: { ...DEFAULT_CONFIG.limits, ...limits },
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close();
    return closing;
  };
  onTestFinished(close);
  return {
    ...server,
    problems,
    close,
    newRoom: (from) => newRoom(server.url, from),
  };
}

/** Makes a room through the API of the server at `url`, and returns its id; its key is noted (`known-keys.ts`). */
export async function newRoom(url: string, from: { title?: string; sample?: string } = {}): Promise<string> {
  const response = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(from),
  });
  const { room, key } = createdSchema.parse(await response.json());
  noteKey(room, key);
  return room;
}
