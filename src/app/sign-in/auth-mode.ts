/** How the server lets people in, as it was last heard, so that a graph opens without a network as well. */
import { ApiError, type ServerConfig, serverConfig, serverConfigSchema } from '../../session/room-api';
import { parseJson } from '../../shared/protocol/parse';

export type AuthMode = ServerConfig['auth'];

const KEY = 'kumiko.server-config';

/**
 * Asks the server. When it cannot say, what it said last time counts; and when it never said, links alone: a server that
 * wants more refuses, and is asked again then.
 */
export async function authMode(storage: Pick<Storage, 'getItem' | 'setItem'>): Promise<AuthMode> {
  try {
    const config = await serverConfig();
    storage.setItem(KEY, JSON.stringify(config));
    return config.auth;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const kept = parseJson(serverConfigSchema, storage.getItem(KEY) ?? 'null');
    return kept.ok ? kept.value.auth : { mode: 'links' };
  }
}
