/**
 * How the value of a setting is written, and what it is made into. What is wrong is said as a sentence that the setting's
 * name comes before.
 */
import { resolve } from 'node:path';
import { z } from 'zod';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

const isWholeNumber = (text: string, from: number, to: number) =>
  /^\d{1,12}$/.test(text) && Number(text) >= from && Number(text) <= to;

/** A whole number within bounds, both allowed. */
export function wholeNumber(from: number, to: number) {
  return z
    .string()
    .refine((text) => isWholeNumber(text, from, to), {
      error: ({ input }) => `must be a whole number from ${from} to ${to}, not "${input}".`,
    })
    .transform(Number);
}

/** Days, made into milliseconds. */
export function days(from: number, to: number) {
  return wholeNumber(from, to).transform((count) => count * DAY);
}

/** Seconds, made into milliseconds. */
export function seconds(from: number, to: number) {
  return wholeNumber(from, to).transform((count) => count * SECOND);
}

/** A path, as it is given. `what` says of what, as in "a directory". */
export function path(what: string) {
  return z.string().refine((text) => text.trim() !== '' && !text.includes('\0'), {
    error: `must be the path of ${what}; it is empty.`,
  });
}

/** The path of a file, made absolute. */
export function file(what: string) {
  return path(what).transform((text) => resolve(text));
}

export function host() {
  return z.string().refine((text) => /^[\w.:-]+$/.test(text), {
    error: ({ input }) => `must be a host name or an IP address such as 0.0.0.0, not "${input}".`,
  });
}

export function oneOf<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: ({ input }) => `must be one of ${words.join(', ')}, not "${String(input)}".` });
}

/** Something to be kept secret, of at least so many characters. What is wrong with it is said without it. */
export function secret(length: number) {
  return z.string().refine((text) => text.length >= length && /^[\x21-\x7e]+$/.test(text), {
    error: `must have at least ${length} characters: letters, digits and signs, no spaces.`,
  });
}

/** A word or a sentence that another program compares as it is. */
export function words() {
  return z.string().refine((text) => text.trim() !== '', { error: 'must not be empty.' });
}

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

function webAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined;
}

/** An address that the server trusts what it finds at: https, or this machine. */
export function trustedUrl() {
  return z.string().refine(
    (text) => {
      const url = webAddress(text);
      return url !== undefined && (url.protocol === 'https:' || LOCAL_HOSTS.includes(url.hostname));
    },
    {
      error: ({ input }) => `must be an https address (http only for this machine), not "${input}".`,
    },
  );
}

/** An address that the browser goes to: a whole one, or a path on this server. */
export function browserUrl() {
  return z.string().refine((text) => webAddress(text) !== undefined || /^\/(?![/\\])[\x21-\x7e]*$/.test(text), {
    error: ({ input }) =>
      `must be an address such as https://login.example/token, or a path such as /token, not "${input}".`,
  });
}

/** Origins with commas between them, as browsers write them: no path, no slash at the end. */
export function origins() {
  const parse = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return z
    .string()
    .refine((text) => parse(text).every((origin) => webAddress(origin)?.origin === origin.toLowerCase()), {
      error: ({ input }) =>
        `must be a list of origins such as https://a.example,https://b.example:8443 (no path, no slash at the end), not "${input}".`,
    })
    .transform((text) => parse(text).map((origin) => origin.toLowerCase()));
}
