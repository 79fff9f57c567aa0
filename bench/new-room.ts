import { z } from 'zod';
import { noteKey } from '../server/testing/known-keys';

const createdSchema = z.object({ room: z.string(), key: z.string() });

/** A room, and the key of its owner. */
export type NewRoom = z.infer<typeof createdSchema>;

/** Makes a room of a Kumiko server. Its key is noted for the `TestClient`s of this process, too (`known-keys.ts`). */
export async function newRoom(url: string, from: { title?: string; sample?: string } = {}): Promise<NewRoom> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/rooms`, { method: 'POST', headers, body: JSON.stringify(from) });
  const created = createdSchema.parse(await response.json());
  noteKey(created.room, created.key);
  return created;
}

/** The address by which a browser opens a room. */
export function addressOf(url: string, { room, key }: NewRoom): string {
  return `${url}/g/${room}#key=${key}`;
}
