/** The server's HTTP API, as a tab uses it. Every answer is parsed. */
import { z } from 'zod';
import { type Role, roleSchema } from '../shared/access';
import { readGraph } from '../shared/graph/columns';
import type { Graph } from '../shared/graph/graph';
import {
  changedLinkSchema,
  issuedLinkSchema,
  type Link,
  type linkChangeSchema,
  linkKeySchema,
  linksSchema,
} from '../shared/protocol/links';
import { type Parsed, parseWith } from '../shared/protocol/parse';

const problemSchema = z.object({ error: z.object({ code: z.string(), reason: z.string() }) });
const createdSchema = z.object({ room: z.string(), key: linkKeySchema });
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
const roomInfoSchema = z.object({
  room: z.string(),
  title: z.string().optional(),
  role: roleSchema,
  /** In milliseconds since 1970; `until` is how long it can be restored. Only owners are told. */
  deleted: z.object({ at: z.number(), until: z.number() }).optional(),
});
const deletedSchema = z.object({ until: z.number() });
const restoredSchema = z.object({ room: z.string() });
export const serverConfigSchema = z.object({
  /** How people are let in: by links alone, or with tokens of an identity provider as well. */
  auth: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('links') }),
    z.object({ mode: z.literal('tokens'), tokenUrl: z.string().optional(), signInUrl: z.string().optional() }),
  ]),
});

/** A graph that can be opened with one click. `nodes` and `edges` are counts. */
export type SampleInfo = z.infer<typeof samplesSchema>[number];
export type RoomInfo = z.infer<typeof roomInfoSchema>;
export type ServerConfig = z.infer<typeof serverConfigSchema>;

/** What is shown to be let in. */
export interface Pass {
  readonly key?: string | undefined;
  readonly token?: string | undefined;
}

/** What went wrong, as a sentence for the person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  /**
   * @param status of the HTTP answer; 0 when there was none
   * @param code the server's name for it; empty when it gave none
   */
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(message);
  }
}

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly pass?: Pass;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** How long the answer may take, in milliseconds; as long as it likes unless given. */
  readonly within?: number;
}

/** How long the server may take to say how it lets people in: nothing else can go on before. In milliseconds. */
const LONGEST_CONFIG = 5_000;

async function ask<T>(read: (body: unknown) => Parsed<T>, url: string, asked: Asked = {}): Promise<T> {
  const { method = 'GET', pass = {}, body, within } = asked;
  const headers: Record<string, string> = {
    ...(pass.key !== undefined && { 'Kumiko-Key': pass.key }),
    ...(pass.token !== undefined && { Authorization: `Bearer ${pass.token}` }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  };
  const init: RequestInit = {
    ...{ method, headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(within !== undefined && { signal: AbortSignal.timeout(within) }),
  };
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new ApiError('The server cannot be reached. Check that it is running and that you are online.', 0, '');
  }
  const { status } = response;
  const answer: unknown = status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = parseWith(problemSchema, answer);
    if (!problem.ok) throw new ApiError(`The server answered with status ${status}.`, status, '');
    throw new ApiError(problem.value.error.reason, status, problem.value.error.code);
  }
  const parsed = read(answer);
  if (!parsed.ok) throw new ApiError(`The server's answer could not be understood (${parsed.reason}).`, status, '');
  return parsed.value;
}

const by =
  <T>(schema: z.ZodType<T>) =>
  (body: unknown): Parsed<T> =>
    parseWith(schema, body);

const roomUrl = (room: string) => `/api/rooms/${encodeURIComponent(room)}`;
const linkUrl = (room: string, link: string) => `${roomUrl(room)}/links/${encodeURIComponent(link)}`;

/** What the page has to know of its server before anything else. */
export function serverConfig(): Promise<ServerConfig> {
  return ask(by(serverConfigSchema), '/api/config', { within: LONGEST_CONFIG });
}

/** Makes a new graph, empty or from a sample. @returns its room id, and the key of its first owner */
export function createRoom(
  from: { title: string } | { sample: string },
  pass: Pass,
): Promise<{ room: string; key: string }> {
  return ask(by(createdSchema), '/api/rooms', { method: 'POST', pass, body: from });
}

export function listSamples(): Promise<SampleInfo[]> {
  return ask(by(samplesSchema), '/api/samples');
}

/** @param url as `welcome` has it */
export function fetchSnapshot(url: string, pass: Pass): Promise<Graph> {
  return ask(readGraph, url, { pass });
}

export function roomInfo(room: string, pass: Pass): Promise<RoomInfo> {
  return ask(by(roomInfoSchema), roomUrl(room), { pass });
}

/** Deletes a graph. @returns until when it can be restored, in milliseconds since 1970 */
export async function deleteRoom(room: string, pass: Pass): Promise<number> {
  return (await ask(by(deletedSchema), roomUrl(room), { method: 'DELETE', pass })).until;
}

export async function restoreRoom(room: string, pass: Pass): Promise<void> {
  await ask(by(restoredSchema), `${roomUrl(room)}/restore`, { method: 'POST', pass });
}

export async function listLinks(room: string, pass: Pass): Promise<Link[]> {
  return (await ask(by(linksSchema), `${roomUrl(room)}/links`, { pass })).links;
}

/** @param name for the owners to know the link by; may be empty */
export function makeLink(
  room: string,
  role: Role,
  name: string,
  pass: Pass,
): Promise<z.infer<typeof issuedLinkSchema>> {
  return ask(by(issuedLinkSchema), `${roomUrl(room)}/links`, { method: 'POST', pass, body: { role, name } });
}

export async function changeLink(
  room: string,
  link: string,
  change: z.infer<typeof linkChangeSchema>,
  pass: Pass,
): Promise<Link> {
  return (await ask(by(changedLinkSchema), linkUrl(room, link), { method: 'PATCH', pass, body: change })).link;
}

/** From now on the link lets nobody in, and who came by it is shut out. */
export async function revokeLink(room: string, link: string, pass: Pass): Promise<void> {
  await ask(by(z.undefined()), linkUrl(room, link), { method: 'DELETE', pass });
}
