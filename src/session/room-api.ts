/** The server's HTTP API, as a tab uses it. Every answer is parsed. */
import { z } from 'zod';
import { readGraph } from '../shared/graph/columns';
import type { Graph } from '../shared/graph/graph';
import { type Parsed, parseWith } from '../shared/protocol/parse';

const problemSchema = z.object({ error: z.object({ reason: z.string() }) });
const createdSchema = z.object({ room: z.string() });
const samplesSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    nodes: z.number(),
    edges: z.number(),
    attribution: z.string(),
  }),
);

/** A graph that can be opened with one click. `nodes` and `edges` are counts. */
export type SampleInfo = z.infer<typeof samplesSchema>[number];

/** What went wrong, as a sentence for the person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
}

async function request<T>(read: (body: unknown) => Parsed<T>, url: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new ApiError('The server cannot be reached. Check that it is running and that you are online.');
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = parseWith(problemSchema, body);
    throw new ApiError(problem.ok ? problem.value.error.reason : `The server answered with status ${response.status}.`);
  }
  const parsed = read(body);
  if (!parsed.ok) throw new ApiError(`The server's answer could not be understood (${parsed.reason}).`);
  return parsed.value;
}

/** Makes a new graph, empty or from a sample. @returns its room id */
export async function createRoom(from: { title: string } | { sample: string }): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(from) };
  return (await request((body) => parseWith(createdSchema, body), '/api/rooms', init)).room;
}

export function listSamples(): Promise<SampleInfo[]> {
  return request((body) => parseWith(samplesSchema, body), '/api/samples');
}

export function fetchSnapshot(url: string): Promise<Graph> {
  return request(readGraph, url);
}
