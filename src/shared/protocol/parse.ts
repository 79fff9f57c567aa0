/** Parsing at the edges: text in, a typed message or a sentence that says what is wrong with it. */
import { z } from 'zod';

// Compiled validators would need `eval`, which the page's content security policy forbids.
z.config({ jitless: typeof document !== 'undefined' });

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Parses JSON text by a schema. Never throws. */
export function parseJson<T>(schema: z.ZodType<T>, text: string): Parsed<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'This is not JSON.' };
  }
  return parseWith(schema, json);
}

/** Parses a value by a schema. Never throws. */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  let result: z.ZodSafeParseResult<T>;
  try {
    result = schema.safeParse(input);
  } catch (error) {
    // zod passes issues on as arguments of a call: some hundred thousand of them do not fit on the stack.
    if (error instanceof RangeError) return { ok: false, reason: 'There is too much wrong with it.' };
    throw error;
  }
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.map(String).join('.') ?? '';
  const what = issue?.message ?? 'It is not valid.';
  return { ok: false, reason: where === '' ? what : `${where}: ${what}` };
}
