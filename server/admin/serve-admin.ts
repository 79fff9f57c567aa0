/** The running server's end of the control channel. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { parseJson } from '../../src/shared/protocol/parse';
import type { Log } from '../log';
import { holdMainFile } from '../storage/sqlite-copy';
import { AdminError } from './admin-port';
import { type AdminServicePorts, adminService } from './admin-service';
import { type Answer, LONGEST_LINE, makeSocketDirectory, requestSchema, socketPath } from './control-messages';
import { controlMethods, type Holding, type Method } from './control-methods';
import { onLines } from './lines';

export interface ControlPorts extends AdminServicePorts {
  readonly dataDir: string;
  /** What links to graphs begin with, without a slash at the end. */
  readonly url: string;
  readonly log: Log;
}

export interface ControlServer {
  /** Ends all connections, and what they held; then the storage may be closed. */
  close(): Promise<void>;
}

/**
 * Serves the admin command on a socket in the data directory. To be called with the directory's database open: its lock
 * means that a socket that is there already is a dead server's.
 *
 * Where there can be no such socket it is logged, and the server does without: the admin command then needs it stopped.
 */
export async function serveAdmin(ports: ControlPorts): Promise<ControlServer> {
  const { dataDir, log } = ports;
  const open = new Map<Socket, Promise<void>>();
  const openHolds = new Set<() => void>();
  const server = createServer((socket) => {
    const ended = serve(socket, ports, openHolds);
    open.set(socket, ended);
    void ended.then(() => open.delete(socket));
  });
  try {
    makeSocketDirectory(dataDir);
    rmSync(socketPath(dataDir), { force: true });
    await listen(server, socketPath(dataDir));
    chmodSync(socketPath(dataDir), 0o600);
  } catch (error) {
    log.warn('The admin command cannot reach this server while it runs.', error);
    server.close();
    return { close: async () => {} };
  }
  server.on('error', (error) => log.error('The admin command cannot reach this server any more.', error));
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const ended = [...open.values()];
      for (const socket of open.keys()) socket.destroy();
      await Promise.all([closed, ...ended]);
    },
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Resolves once the connection has ended, and nothing of it is under way any more.
 * @param openHolds of all connections: there is one at most
 */
function serve(socket: Socket, ports: ControlPorts, openHolds: Set<() => void>): Promise<void> {
  const { db, log, url } = ports;
  const service = adminService(ports);
  let held: (() => void) | undefined;
  const letGo = () => {
    if (held === undefined) return;
    openHolds.delete(held);
    const release = held;
    held = undefined;
    release();
  };
  const holding: Holding = {
    hold() {
      if (openHolds.size > 0) throw new AdminError('Another backup is being made. Wait until it is done.');
      held = holdMainFile(db);
      openHolds.add(held);
    },
    release() {
      if (held === undefined) throw new AdminError('No backup is being made.');
      letGo();
    },
  };
  const methods = controlMethods(service, holding, url);

  let answered = Promise.resolve();
  onLines(socket, LONGEST_LINE, (line) => {
    answered = answered.then(async () => {
      if (socket.destroyed) return;
      socket.write(`${JSON.stringify(await answer(line, methods, log))}\n`);
    });
  });
  socket.on('error', (error) => log.warn('A connection of the admin command broke.', error));
  return new Promise((resolve) => {
    socket.once('close', () => {
      try {
        letGo();
        service.end();
      } catch (error) {
        log.error('What the admin command left unfinished could not be taken back.', error);
      }
      resolve(answered);
    });
  });
}

/** Never rejects. */
async function answer(line: string, methods: ReadonlyMap<string, Method>, log: Log): Promise<Answer> {
  const request = parseJson(requestSchema, line);
  if (!request.ok) return { ok: false, reason: `The server does not understand this: ${request.reason}` };
  const { method, params } = request.value;
  const run = methods.get(method);
  if (run === undefined) {
    return { ok: false, reason: 'The server is of another version than the admin command. Use the one it came with.' };
  }
  try {
    return { ok: true, result: await run(params) };
  } catch (error) {
    if (error instanceof AdminError) return { ok: false, reason: error.message };
    log.error('A request of the admin command failed.', error);
    return { ok: false, reason: 'The server could not do this; its log says why.' };
  }
}
