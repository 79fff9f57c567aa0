import { DEFAULT_CONFIG } from '../server/config/config';
import type { ServerLimits } from '../server/config/server-limits';

const UNLIMITED = { perSecond: 1e12, burst: 1e12 };

/** More than any load sends: what is measured is the server's work, not its limits. */
export const BENCH_LIMITS: ServerLimits = {
  ...DEFAULT_CONFIG.limits,
  connectionsPerRoom: 1_000,
  connectionsPerAddress: 1_000,
  addressShare: 1,
  patchRate: UNLIMITED,
  messageRate: UNLIMITED,
  byteRate: UNLIMITED,
  httpRate: UNLIMITED,
  roomRate: UNLIMITED,
};
