import { z } from 'zod';

const created = z.object({ room: z.string() });

/** Makes a room of a Kumiko server, and returns its id. */
export async function newRoom(url: string, from: { title?: string; sample?: string } = {}): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/rooms`, { method: 'POST', headers, body: JSON.stringify(from) });
  return created.parse(await response.json()).room;
}
