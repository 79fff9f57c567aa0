import type { APIRequestContext } from '@playwright/test';

/** Makes a graph, empty or of a sample, and gives its whole link as a path: whoever has it may edit. */
export async function newGraph(
  request: APIRequestContext,
  from: { readonly title: string } | { readonly sample: 'world' | 'les-miserables' },
): Promise<string> {
  const { room, key } = await (await request.post('/api/rooms', { data: from })).json();
  return `/g/${room}#key=${key}`;
}
