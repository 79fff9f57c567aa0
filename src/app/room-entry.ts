/** By what this tab gets into one graph: its keys and tokens, as the session and the HTTP API want them. */
import type { Credentials } from '../session/credentials';
import {
  ApiError,
  changeLink,
  deleteRoom,
  listLinks,
  makeLink,
  type Pass,
  restoreRoom,
  revokeLink,
  roomInfo,
} from '../session/room-api';
import type { Role } from '../shared/access';
import type { LinksApi } from '../store/editor-context';
import { browserStorage } from './browser-storage';
import { clientSecret } from './client-secret';
import { addressWithKey } from './keys/address-key';
import { RoomKeys } from './keys/room-keys';
import { authMode } from './sign-in/auth-mode';
import { Tokens } from './sign-in/tokens';
import { withPass } from './sign-in/with-pass';

export interface RoomEntry {
  readonly credentials: Credentials;
  /** What the person might do when they were last here; undefined when that is not known. */
  readonly rememberedRole: Role | undefined;
  /** The server let the person in. */
  letIn(role: Role): void;
  /** Whether there is nothing to get in by: no key, and no tokens are asked for. */
  readonly isEmptyHanded: boolean;
  /** Calls the HTTP API with what there is to show. */
  ask<T>(call: (pass: Pass) => Promise<T>): Promise<T>;
  readonly links: LinksApi;
  linkTo(key: string): string;
  ownLink(): string | undefined;
  /** @returns until when it can be restored, in milliseconds since 1970 */
  deleteGraph(): Promise<number>;
  restoreGraph(): Promise<void>;
  /** Until when a deleted graph can be restored by this person; undefined when it cannot, or nobody says. */
  restorableUntil(): Promise<number | undefined>;
}

export function roomEntry(room: string): RoomEntry {
  const storage = browserStorage();
  const { location, history } = window;
  const tokens = new Tokens({ mode: () => authMode(storage), place: location });
  const keys = new RoomKeys(room, {
    place: location,
    history,
    storage,
    roleOf: (key) => withPass(tokens.source, key, (pass) => roleBy(room, pass)),
  });
  // By the time the socket is open, the answer is there.
  void tokens.source(false);
  const ask = <T>(call: (pass: Pass) => Promise<T>) => withPass(tokens.source, keys.current, call);
  const linkTo = (key: string) => addressWithKey(location.origin, room, key);
  return {
    credentials: {
      clientSecret: clientSecret(storage),
      key: () => keys.current,
      tryAnotherKey: () => keys.tryAnother(),
      tokens: tokens.source,
    },
    rememberedRole: keys.rememberedRole,
    letIn: (role) => {
      keys.letIn(role).catch((error: unknown) => console.info('The keys of this graph could not be compared.', error));
    },
    get isEmptyHanded() {
      return keys.current === undefined && tokens.areNotAsked;
    },
    ask,
    links: {
      list: () => ask((pass) => listLinks(room, pass)),
      make: (role, name) => ask((pass) => makeLink(room, role, name, pass)),
      change: (link, change) => ask((pass) => changeLink(room, link, change, pass)),
      revoke: (link) => ask((pass) => revokeLink(room, link, pass)),
    },
    linkTo,
    ownLink: () => (keys.current === undefined ? undefined : linkTo(keys.current)),
    deleteGraph: () => ask((pass) => deleteRoom(room, pass)),
    restoreGraph: () => ask((pass) => restoreRoom(room, pass)),
    restorableUntil: async () => {
      try {
        return (await ask((pass) => roomInfo(room, pass))).deleted?.until;
      } catch (error) {
        if (error instanceof ApiError) return undefined;
        throw error;
      }
    },
  };
}

/** What a pass lets one do; undefined when it opens nothing. */
async function roleBy(room: string, pass: Pass): Promise<Role | undefined> {
  try {
    return (await roomInfo(room, pass)).role;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
