/** Which of the encodings we have a client accepts. */
import { parseAccept } from 'hono/utils/accept';

export type Encoding = 'br' | 'gzip';

/** The first of `offered` that an `Accept-Encoding` header allows; `undefined` is no encoding at all. */
export function acceptedEncoding(header: string | undefined, offered: readonly Encoding[]): Encoding | undefined {
  const accepted = parseAccept(header ?? '');
  const quality = (name: string) => accepted.find(({ type }) => type.toLowerCase() === name)?.q;
  return offered.find((encoding) => (quality(encoding) ?? quality('*') ?? 0) > 0);
}
