/** How many rooms are kept, so that the copies do not grow without bound. */
import { z } from 'zod';
import { type Database, keysOf, transact } from './database';

/** The rooms that are kept when another is opened, it among them. Rooms with patches to send are kept besides. */
export const MOST_ROOMS = 20;

const openingSchema = z.int().catch(0);

/** Notes that a room is opened now, and drops the copies of those that were not for the longest time. */
export async function noteOpened(database: Database, room: string, mostRooms: number): Promise<void> {
  await transact(database, ['rooms', 'base', 'tail', 'queue'], 'readwrite', async (transaction) => {
    const [rooms, base, tail, queue] = [
      transaction.objectStore('rooms'),
      transaction.objectStore('base'),
      transaction.objectStore('tail'),
      transaction.objectStore('queue'),
    ];
    const [names, values] = await Promise.all([rooms.getAllKeys(), rooms.getAll()]);
    const openings = names.map((name, index) => ({ name, opening: openingSchema.parse(values[index]) }));
    const latest = Math.max(0, ...openings.map(({ opening }) => opening));
    const others = openings.filter(({ name }) => name !== room).sort((a, b) => a.opening - b.opening);
    const requests: Promise<unknown>[] = [rooms.put(latest + 1, room)];
    for (const { name } of others.slice(0, Math.max(0, others.length + 1 - mostRooms))) {
      const waiting = await queue.getKey(keysOf(name));
      if (waiting !== undefined) continue;
      requests.push(rooms.delete(name), base.delete(keysOf(name)), tail.delete(keysOf(name)));
    }
    await Promise.all(requests);
  });
}
