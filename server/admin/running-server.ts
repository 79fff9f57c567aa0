/** The port to a server that runs: its requests go over the socket in its data directory. */
import { copyFile, open } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson, parseWith } from '../../src/shared/protocol/parse';
import { DATABASE_FILE } from '../storage/sqlite-open';
import { AdminError, type AdminPort } from './admin-port';
import {
  answerSchema,
  auditSchema,
  changedSchema,
  factsSchema,
  issuedSchema,
  LONGEST_LINE,
  linkSchema,
  outcomesSchema,
  patchesSchema,
  revokedSchema,
  socketPath,
} from './control-messages';
import { onLines } from './lines';

/** Asks for something; what is answered is parsed. */
type Ask = <Result>(schema: z.ZodType<Result>, method: string, ...params: readonly unknown[]) => Promise<Result>;

const nothing = z.undefined();
const snapshotSchema = z.base64().optional();

/** The server that runs on a data directory; `undefined` when none does. */
export async function runningServer(dataDir: string): Promise<AdminPort | undefined> {
  const socket = await connect(socketPath(dataDir));
  if (socket === undefined) return undefined;
  const ask = asking(socket);
  const serverUrl = await ask(z.string(), 'url');
  return {
    serverUrl,
    rooms: () => ask(z.array(factsSchema), 'rooms'),
    room: (id) => ask(factsSchema.optional(), 'room', id),
    async snapshot(room, version) {
      const base64 = await ask(snapshotSchema, 'snapshot', room, version);
      return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
    },
    patches: (room, after) => ask(patchesSchema, 'patches', room, after),
    outcomes: (room, { clientId, seq }) => ask(outcomesSchema, 'outcomes', room, { clientId, seq }),
    audit: (room, limit) => ask(auditSchema, 'audit', room ?? null, limit),
    links: (room) => ask(z.array(linkSchema), 'links', room),
    issueLink: (room, role, name) => ask(issuedSchema, 'issueLink', room, role, name),
    changeLink: (room, linkId, role) => ask(changedSchema, 'changeLink', room, linkId, role),
    revokeLink: (room, linkId) => ask(revokedSchema, 'revokeLink', room, linkId),
    deleteRoom: (room) => ask(nothing, 'deleteRoom', room),
    restoreRoom: (room) => ask(nothing, 'restoreRoom', room),
    purgeRoom: (room) => ask(nothing, 'purgeRoom', room),
    compact: (room, before) => ask(z.int(), 'compact', room, before),
    beginImport: () => ask(z.string(), 'beginImport'),
    addPatches: (room, clientId, patches) => ask(nothing, 'addPatches', room, clientId, patches),
    finishImport: (room, detail) => ask(z.string(), 'finishImport', room, detail),
    async copyDatabase(toDir) {
      const copy = join(toDir, DATABASE_FILE);
      await ask(nothing, 'hold');
      await copyFile(join(dataDir, DATABASE_FILE), copy);
      // The server's word that it has held all the while; when it was stopped meanwhile there is no answer.
      await ask(nothing, 'release');
      await flush(copy);
      return copy;
    },
    async close() {
      socket.destroy();
    },
  };
}

/** Nobody listens where there is no server: the file is not there, or was left by one that was killed. */
const NOBODY: ReadonlySet<unknown> = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTDIR', 'EINVAL', 'ENAMETOOLONG']);

function connect(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error) => {
      const code = 'code' in error ? error.code : undefined;
      if (NOBODY.has(code)) return resolve(undefined);
      if (code !== 'EACCES') return reject(error);
      reject(new AdminError(`You may not use ${path}. Run this as the user that the server runs as.`));
    });
  });
}

const ENDED = 'The server ended the connection: it was stopped meanwhile. Nothing half done was kept. Try again.';
const FOREIGN = 'The server answers what cannot be understood. Use the admin command that it came with.';

function asking(socket: Socket): Ask {
  /** Who waits for an answer, in the order of asking. */
  let waiting: { readonly resolve: (line: string) => void; readonly reject: (error: unknown) => void }[] = [];
  onLines(socket, LONGEST_LINE, (line) => waiting.shift()?.resolve(line));
  socket.on('error', () => {}); // What follows is `close`.
  socket.on('close', () => {
    for (const { reject } of waiting) reject(new AdminError(ENDED));
    waiting = [];
  });
  return async (schema, method, ...params) => {
    if (socket.destroyed) throw new AdminError(ENDED);
    const line = await new Promise<string>((resolve, reject) => {
      waiting.push({ resolve, reject });
      socket.write(`${JSON.stringify({ method, params })}\n`);
    });
    const answer = parseJson(answerSchema, line);
    if (!answer.ok) throw new AdminError(FOREIGN);
    if (!answer.value.ok) throw new AdminError(answer.value.reason);
    const result = parseWith(schema, answer.value.result);
    if (!result.ok) throw new AdminError(FOREIGN);
    return result.value;
  };
}

/** Sees to it that a file is on the disk. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
