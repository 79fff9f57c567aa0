/**
 * What a link carries: its id, and a mark over the room and the id that only the server can make. Keys are not stored, and
 * whether one is whole is known without looking anything up; what it opens is looked up by the id (`room-access.ts`).
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkIdSchema } from '../../src/shared/protocol/links';

const ID_LENGTH = 16;
/** Of the 43 characters of an HMAC-SHA256: 144 bits. All bits of each character count, so no two keys mean the same. */
const MARK_LENGTH = 24;
/** What else the secret may be used for one day says something else here. */
const PURPOSE = 'kumiko link key';

/** 96 random bits as 16 URL-safe characters. */
export function newLinkId(): string {
  return randomBytes(12).toString('base64url');
}

export class LinkKeys {
  readonly #secret: Uint8Array;

  /** @param secret 32 random bytes (`access-secret.ts`); with another one, other keys hold */
  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** The key of a link: 40 URL-safe characters. Whoever has it is let in. */
  keyOf(room: string, linkId: string): string {
    return linkId + this.#mark(room, linkId);
  }

  /** The id of the link whose key this is, or `undefined` when it is no key to this room. Takes anything. */
  linkIdIn(room: string, key: string): string | undefined {
    if (key.length !== ID_LENGTH + MARK_LENGTH) return undefined;
    const linkId = key.slice(0, ID_LENGTH);
    if (!linkIdSchema.safeParse(linkId).success) return undefined;
    const given = Buffer.from(key.slice(ID_LENGTH));
    const right = Buffer.from(this.#mark(room, linkId));
    // Other lengths in bytes: there are characters in it that no key has.
    return given.length === right.length && timingSafeEqual(given, right) ? linkId : undefined;
  }

  #mark(room: string, linkId: string): string {
    // As JSON, nothing of one part can be taken for another.
    const text = JSON.stringify([PURPOSE, room, linkId]);
    return createHmac('sha256', this.#secret).update(text).digest('base64url').slice(0, MARK_LENGTH);
  }
}
