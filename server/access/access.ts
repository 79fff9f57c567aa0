/** Who may do what: the question as the server's edges ask it, and the answer. */
import type { Role } from '../../src/shared/access';

/** What someone shows to be let in. All of it comes from a stranger. */
export interface Credentials {
  /** What a link carries (`link-keys.ts`). */
  readonly key?: string | undefined;
  /** A token of the identity provider (a JWT). */
  readonly token?: string | undefined;
}

export interface AccessRequest extends Credentials {
  readonly room: string;
  /** The IP address it came from. */
  readonly address: string;
}

/** A person as the identity provider knows them. */
export interface Identity {
  readonly userId: string;
  readonly name: string;
}

/** What was granted. It ends when `expiresAt` has come, or when it is asked for again and not granted. */
export interface Access {
  readonly role: Role;
  /** For the audit log: `user:<id>`, `link:<id>`, or `hook` for who the authorize hook let in as neither. */
  readonly by: string;
  /** The link they came by, if its key was shown and holds. */
  readonly linkId?: string | undefined;
  readonly identity?: Identity | undefined;
  /** When the token ends, in milliseconds since 1970. */
  readonly expiresAt?: number | undefined;
}

export type Decision =
  | { readonly status: 'granted'; readonly access: Access }
  /** The token is missing, ended or not valid; `reason` says which, in words for people. Says nothing about the room. */
  | { readonly status: 'sign_in'; readonly reason: string }
  /** There is no such room, or it is not theirs to see: nobody can tell which. */
  | { readonly status: 'refused' };

/** Whether someone may make rooms, and as whom (as in `Access`). */
export type CreateDecision =
  | { readonly status: 'granted'; readonly by: string; readonly identity?: Identity | undefined }
  | { readonly status: 'sign_in'; readonly reason: string }
  /** They are not among those who may. */
  | { readonly status: 'refused' };

/** Decides who may do what. Rejects only when it cannot tell, for a trouble of its own: nobody is let in then. */
export interface Authorizer {
  /** A room that was deleted is decided as if it were not: who asks looks at that. */
  room(request: AccessRequest): Promise<Decision>;
  create(credentials: Credentials & Pick<AccessRequest, 'address'>): Promise<CreateDecision>;
}
