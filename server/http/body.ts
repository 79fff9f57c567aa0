/** The body of a request, parsed. */
import type { z } from 'zod';
import { parseJson } from '../../src/shared/protocol/parse';
import { failure } from './failure';
import type { HttpContext } from './ports';

export type Body<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Response };

/** Reads a body of JSON by a schema. */
export async function readBody<T>(c: HttpContext, schema: z.ZodType<T>): Promise<Body<T>> {
  // A form on another site can post text, but JSON only with our leave, which we never give.
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    const reason = 'The request has to be JSON (content-type: application/json).';
    return { ok: false, answer: failure(415, 'NOT_JSON', reason) };
  }
  // Nobody sends compressed requests here, and a little that unpacks to much is an attack.
  if (c.req.header('content-encoding') !== undefined) {
    return { ok: false, answer: failure(415, 'ENCODED', 'The request must not be compressed.') };
  }
  const parsed = parseJson(schema, await c.req.text());
  return parsed.ok
    ? { ok: true, value: parsed.value }
    : { ok: false, answer: failure(400, 'BAD_REQUEST', parsed.reason) };
}
