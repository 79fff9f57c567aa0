/** What still waits in this browser to be sent, for the page that shows no room. */
import { type DatabasePorts, openDatabase, transact } from './database';

export interface UnsentRoom {
  readonly room: string;
  /** How many, whether a tab has the room open or not. */
  readonly patches: number;
}

/** Never rejects: where nothing is kept, or it cannot be read, nothing waits. */
export async function unsentRooms(ports: DatabasePorts): Promise<UnsentRoom[]> {
  const opened = await openDatabase(ports, () => {});
  if (!opened.ok) return [];
  try {
    const keys = await transact(opened.database, ['queue'], 'readonly', (transaction) =>
      transaction.objectStore('queue').getAllKeys(),
    );
    const counts = new Map<string, number>();
    for (const [room] of keys) counts.set(room, (counts.get(room) ?? 0) + 1);
    return Array.from(counts, ([room, patches]) => ({ room, patches }));
  } catch (error) {
    console.info('This browser could not say which changes wait to be sent.', error);
    return [];
  } finally {
    opened.database.close();
  }
}
