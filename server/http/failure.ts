/** Errors as the HTTP API tells them: JSON with a code for programs and a sentence for people. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export function failure(status: ContentfulStatusCode, code: string, reason: string): Response {
  return Response.json({ error: { code, reason } }, { status });
}

/** There is no such room, or it is not theirs to see: one answer for both, so that nobody learns which. */
export function noSuchRoom(): Response {
  const reason = 'This link does not open a graph. It may be incomplete or withdrawn: ask whoever gave it to you.';
  return failure(404, 'NO_SUCH_ROOM', reason);
}
