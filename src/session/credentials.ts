/** What a tab shows to be let into a room, as the session asks for it. */

/** What came of asking for a token. */
export type TokenAnswer =
  /** The server asks for none. */
  | { readonly status: 'none' }
  | { readonly status: 'token'; readonly token: string }
  | ({ readonly status: 'signed out' } & SignIn);

/** Why there is no token, as a sentence, and where one signs in, if there is such a page. */
export interface SignIn {
  readonly reason: string;
  readonly url?: string | undefined;
}

/**
 * Asks for a token of the identity provider. Never rejects.
 * @param newer whether one that was got before will not do
 */
export type TokenSource = (newer: boolean) => Promise<TokenAnswer>;

export interface Credentials {
  /** What all client ids of this browser are minted with (`client-ids.ts`). */
  readonly clientSecret: string;
  /** What the link carried by which the person came; undefined where it carried nothing. */
  readonly key: () => string | undefined;
  /** The key opened nothing: goes on to another that this browser has. @returns whether there is one */
  readonly tryAnotherKey: () => boolean;
  /** Left out where it is known that the server asks for none. */
  readonly tokens?: TokenSource | undefined;
}
