/** A real server on a free port, in this process, with a data directory of its own. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { type RunningServer, type ServerOptions, startServer } from '../app';
import { tempDir } from './temp-dir';

const createdSchema = z.object({ room: z.string() });

export interface TestServer extends RunningServer {
  /** What was logged as going wrong. */
  readonly problems: string[];
  /** Makes a room through the API and returns its id. */
  newRoom(from?: { title?: string; sample?: string }): Promise<string>;
}

export async function testServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const dir = tempDir();
  const problems: string[] = [];
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataDir: join(dir, 'data'),
    clientDir: join(dir, 'client'),
    samplesDir: join(dir, 'samples'),
    log: { info: () => {}, error: (line) => problems.push(line) },
    ...options,
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

/** Makes a room through the API of the server at `url`, and returns its id. */
export async function newRoom(url: string, from: { title?: string; sample?: string } = {}): Promise<string> {
  const response = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(from),
  });
  return createdSchema.parse(await response.json()).room;
}
