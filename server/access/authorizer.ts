/**
 * Decides who may do what: by the links of a room alone, by an identity provider's tokens and links, or as the operator's
 * own function says (`authorize-hook.ts`).
 */
import { type Role, strongestRole } from '../../src/shared/access';
import type { Authorizer, Credentials, Identity } from './access';
import type { AuthorizeHook } from './authorize-hook';
import type { LinkRole, RoomAccess } from './room-access';
import type { TokenClaims, TokenVerifier } from './tokens';
import { userName } from './user-name';

export interface AuthorizerPorts {
  readonly access: Pick<RoomAccess, 'roleOf' | 'used'>;
  /** Of the identity provider; without one, links alone let people in. */
  readonly verify?: TokenVerifier | undefined;
  /** Decides in place of the rules that are built in. */
  readonly hook?: AuthorizeHook | undefined;
}

/** For the audit log: who makes a room where nobody is known. */
const NEW = 'new';
/** For the audit log: who was let in by the hook, with no link, and as nobody in particular. */
const HOOK = 'hook';

const SIGN_IN_FIRST = 'Sign in first. This server lets in only people it knows.';

/** Someone's wish, with what is known of them. */
interface Wish {
  /** `null` for a room that they want to make. */
  readonly room: string | null;
  readonly address: string;
  readonly token?: string | undefined;
  readonly claims?: TokenClaims | undefined;
  readonly link?: LinkRole | undefined;
}

interface Grant {
  readonly status: 'granted';
  readonly role: Role;
  readonly identity?: Identity | undefined;
  readonly expiresAt?: number | undefined;
}
type Identified = { readonly status: 'identified'; readonly claims?: TokenClaims };
type SignIn = { readonly status: 'sign_in'; readonly reason: string };
type Ruling = Grant | SignIn | { readonly status: 'refused' };
type Rule = (wish: Wish) => Ruling | Promise<Ruling>;

const REFUSED = { status: 'refused' } as const;

export function makeAuthorizer({ access, verify, hook }: AuthorizerPorts): Authorizer {
  const rule = hook === undefined ? builtInRule : hookRule(hook);

  /** What the token says, where there is a provider. Who has none of its tokens learns nothing about any room. */
  const identify = async (token: string | undefined): Promise<Identified | SignIn> => {
    if (verify === undefined) return { status: 'identified' };
    if (token === undefined) return { status: 'sign_in', reason: SIGN_IN_FIRST };
    const verdict = await verify(token);
    if (verdict.status === 'invalid') return { status: 'sign_in', reason: verdict.reason };
    return { status: 'identified', claims: verdict.claims };
  };

  /** The links are looked at last: meanwhile one may have been revoked. */
  const linkOf = (room: string, { key }: Credentials) => (key === undefined ? undefined : access.roleOf(room, key));

  return {
    async room({ room, address, ...credentials }) {
      const { token } = credentials;
      const identified = await identify(token);
      if (identified.status === 'sign_in') return identified;
      const { claims } = identified;
      const link = linkOf(room, credentials);
      const ruling = await rule({ room, address, token, claims, link });
      if (ruling.status !== 'granted') return ruling;
      const linkId = link?.linkId;
      if (linkId !== undefined) access.used(room, linkId);
      const { role, identity, expiresAt } = ruling;
      const by = identity !== undefined ? `user:${identity.userId}` : linkId !== undefined ? `link:${linkId}` : HOOK;
      return { status: 'granted', access: { role, by, linkId, identity, expiresAt } };
    },
    async create({ address, token }) {
      const identified = await identify(token);
      if (identified.status === 'sign_in') return identified;
      const { claims } = identified;
      const ruling = await rule({ room: null, address, token, claims });
      if (ruling.status !== 'granted') return ruling;
      const { identity } = ruling;
      return { status: 'granted', by: identity === undefined ? NEW : `user:${identity.userId}`, identity };
    },
  };
}

/** Of the roles someone has in a room, the strongest counts. Whoever is let in at all may make rooms. */
function builtInRule({ room, claims, link }: Wish): Ruling {
  const role = room === null ? 'owner' : strongestRole([claims?.roles.get(room), claims?.roles.get('*'), link?.role]);
  if (role === undefined) return REFUSED;
  return { status: 'granted', role, identity: claims && identityOf(claims), expiresAt: claims?.expiresAt };
}

function hookRule(hook: AuthorizeHook): Rule {
  return async ({ room, address, token, claims, link }) => {
    const identity = claims && { ...identityOf(claims), roles: claims.roles };
    const answer = await hook({ room, address, token, identity, linkRole: link?.role });
    if (answer === null) return REFUSED;
    if ('signIn' in answer) return { status: 'sign_in', reason: answer.signIn };
    const { role, userId, name } = answer;
    const ends = [answer.expiresAt, claims?.expiresAt].filter((end) => end !== undefined);
    return {
      status: 'granted',
      role,
      identity: userId === undefined ? claims && identityOf(claims) : { userId, name: userName(name) },
      expiresAt: ends.length === 0 ? undefined : Math.min(...ends),
    };
  };
}

function identityOf({ userId, name }: TokenClaims): Identity {
  return { userId, name };
}
