/** Takes over the queues that closed tabs of this browser left in a room. Of all tabs that try, one gets each. */
import { type Database, transact } from './database';
import type { HeldQueues } from './held-queues';
import { clientsWithQueue, type FoundQueue } from './read-room';
import type { PatchQueue } from './room-copy';

export interface AdoptPorts {
  readonly database: Database;
  readonly room: string;
  readonly held: HeldQueues;
  /** Something was lost to the person, who should read it. */
  readonly onTrouble: (sentence: string) => void;
}

/**
 * @param read reads the queues of these clients, whose names are held by now: what was read before may have been sent since
 * @returns what `read` returned
 * @throws when the browser's storage fails; nothing is taken over then
 */
export async function adopt<T extends { readonly queues: readonly FoundQueue[] }>(
  ports: AdoptPorts,
  read: (clientIds: readonly string[]) => Promise<T>,
): Promise<T> {
  const { database, room, held, onTrouble } = ports;
  const left = await held.holdLeft(await clientsWithQueue(database, room));
  try {
    const result = await read(left);
    for (const queue of result.queues) {
      if (queue.unreadable.length > 0) onTrouble(await setAside(database, room, queue));
      held.found(
        queue.clientId,
        queue.patches.map(({ seq }) => seq),
      );
    }
    held.letGoOfEmpty();
    return result;
  } catch (error) {
    held.letGo(left);
    throw error;
  }
}

/** Those that have something to send. */
export function queuesToSend(queues: readonly FoundQueue[]): PatchQueue[] {
  return queues.filter(({ patches }) => patches.length > 0).map(({ clientId, patches }) => ({ clientId, patches }));
}

/** Moves the rows out of the queue, as they are. @returns a sentence that says so */
async function setAside(database: Database, room: string, { clientId, unreadable, reason }: FoundQueue) {
  await transact(database, ['queue', 'aside'], 'readwrite', async (transaction) => {
    const [queue, aside] = [transaction.objectStore('queue'), transaction.objectStore('aside')];
    await Promise.all(
      unreadable.flatMap(({ key, value }) => [
        aside.add({ room, clientId, seq: key[2], ops: value }),
        queue.delete(key),
      ]),
    );
  });
  const count = unreadable.length;
  const what = count === 1 ? '1 change that was' : `${count} changes that were`;
  return `${what} made in this browser and not yet saved to the server cannot be read back (${reason}). They are set aside in the browser's storage and are not part of the graph: please make them again.`;
}
