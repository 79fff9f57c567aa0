/** What the HTTP routes have to do with the rest of the server. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Authorizer } from '../access/access';
import type { RoomAccess } from '../access/room-access';
import type { AddressRates } from '../edge/http-rate';
import type { OriginRules } from '../edge/origin';
import type { securityHeaders } from '../edge/security-headers';
import type { Guests } from '../guests';
import type { Log } from '../log';
import type { ReadableMetrics } from '../metrics/metrics';
import type { readiness } from '../readiness';
import type { Rooms } from '../rooms';
import type { CountedSample } from '../sample-files';
import type { StaticFiles } from '../static-files';
import type { Storage } from '../storage/storage';
import type { RequestVariables } from './http-log';

/** How people sign in, as the page is told. */
export type PublicAuth =
  | { readonly mode: 'links' }
  | { readonly mode: 'tokens'; readonly tokenUrl?: string | undefined; readonly signInUrl?: string | undefined };

export interface HttpPorts {
  readonly rooms: Rooms;
  readonly storage: Storage;
  readonly samples: ReadonlyMap<string, CountedSample>;
  readonly page: StaticFiles;
  readonly log: Log;
  readonly metrics: ReadableMetrics;
  readonly authorizer: Authorizer;
  readonly access: RoomAccess;
  readonly guests: Guests;
  readonly auth: PublicAuth;
  readonly origins: OriginRules;
  /** Requests an address may make. */
  readonly requestRates: Pick<AddressRates, 'take'>;
  /** Graphs an address may make. */
  readonly roomRates: Pick<AddressRates, 'take'>;
  /** Graphs there may be. */
  readonly mostRooms: number;
  /** Bytes of a request's body at most. */
  readonly bodyBytes: number;
  /** What has to be shown to read the metrics; without one, they are for this machine alone. */
  readonly metricsToken: string | undefined;
  /** How long a deleted graph can be brought back, in milliseconds. */
  readonly deletedRetention: number;
  readonly readiness: ReturnType<typeof readiness>;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  readonly headersFor: ReturnType<typeof securityHeaders>;
  /** A client id that was never used before. */
  readonly newClientId: () => string;
}

export interface HttpEnv extends RequestVariables {
  readonly Bindings: HttpBindings;
}

export type HttpContext = Context<HttpEnv>;
