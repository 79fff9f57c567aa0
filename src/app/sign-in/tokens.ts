/**
 * Tokens of the identity provider, where the server wants them (`GET /api/config`).
 *
 * The page knows no provider: it gets tokens by `GET <tokenUrl>` with the browser's cookies, answered by `{ "token": "…" }`,
 * or by 401 when nobody is signed in. Then the person is offered `<signInUrl>?return=<this page>`; the address to come back to
 * has no key in it. Tokens stay in this page's memory.
 */
import { z } from 'zod';
import type { TokenAnswer, TokenSource } from '../../session/credentials';
import { LIMITS } from '../../shared/limits';
import { parseWith } from '../../shared/protocol/parse';
import type { AuthMode } from './auth-mode';

const tokenSchema = z.object({ token: z.string().min(1).max(LIMITS.tokenLength) });

/** How long the service may take, in milliseconds. */
const LONGEST_ANSWER = 15_000;

const SIGNED_OUT = 'You are not signed in, or not any more. Sign in to go on; what you have changed is kept here.';
const NO_ANSWER =
  'The service you sign in with does not answer. It is asked again; what you have changed is kept here.';
const NO_SERVICE = 'This server lets in only people who are signed in, and does not say where. Ask whoever runs it.';

export interface TokenPorts {
  readonly mode: () => Promise<AuthMode>;
  /** The page's address. */
  readonly place: Pick<Location, 'origin' | 'pathname' | 'search'>;
}

export class Tokens {
  readonly #ports: TokenPorts;
  #mode: AuthMode | undefined;
  #token: string | undefined;
  #asking: Promise<TokenAnswer> | undefined;

  constructor(ports: TokenPorts) {
    this.#ports = ports;
  }

  /** Whether the server is known to let in people without tokens. */
  get areNotAsked(): boolean {
    return this.#mode?.mode === 'links';
  }

  readonly source: TokenSource = (newer) => {
    if (!newer && this.#token !== undefined) return Promise.resolve({ status: 'token', token: this.#token });
    // Who asks while another waits for the answer hears the same.
    this.#asking ??= this.#ask(newer).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  };

  async #ask(newer: boolean): Promise<TokenAnswer> {
    // A server that refuses those who come without may have changed its ways.
    if (this.#mode === undefined || (newer && this.#mode.mode === 'links')) this.#mode = await this.#ports.mode();
    if (this.#mode.mode === 'links') return { status: 'none' };
    const { tokenUrl, signInUrl } = this.#mode;
    this.#token = undefined;
    const url = signInUrl === undefined ? undefined : this.#signInAddress(signInUrl);
    if (tokenUrl === undefined) return { status: 'signed out', reason: NO_SERVICE, url };
    const answer = await fetchToken(new URL(tokenUrl, this.#ports.place.origin));
    if (answer === 'signed out') return { status: 'signed out', reason: SIGNED_OUT, url };
    if (answer === undefined) return { status: 'signed out', reason: NO_ANSWER };
    this.#token = answer.token;
    return { status: 'token', token: answer.token };
  }

  #signInAddress(signInUrl: string): string {
    const { origin, pathname, search } = this.#ports.place;
    const address = new URL(signInUrl, origin);
    address.searchParams.set('return', `${origin}${pathname}${search}`);
    return address.href;
  }
}

/** @returns undefined when the service gives no answer that can be understood */
async function fetchToken(url: URL): Promise<z.infer<typeof tokenSchema> | 'signed out' | undefined> {
  try {
    const signal = AbortSignal.timeout(LONGEST_ANSWER);
    const response = await fetch(url, { credentials: 'include', cache: 'no-store', signal });
    if (response.status === 401) return 'signed out';
    const body = parseWith(tokenSchema, await response.json());
    return response.ok && body.ok ? body.value : undefined;
  } catch (error) {
    console.info('No token could be had.', error);
    return undefined;
  }
}
