/** The server's settings, parsed from the environment once. */
import { z } from 'zod';
import { StartupError } from './startup-error';

export interface Config {
  /** TCP port; 0 takes any that is free. */
  readonly port: number;
  /** Address to listen at. The default is this machine alone: anyone who can reach the server can make graphs on it. */
  readonly host: string;
  /** Directory of the database, made when it is missing; relative to the working directory. */
  readonly dataDir: string;
  /** Patches a second that one connection may send in the long run; left out for the server's own choice. */
  readonly patchRate?: number | undefined;
  /** Patches one connection may send at once. */
  readonly patchBurst?: number | undefined;
  /** How long a patch stays in the log at least, in milliseconds. */
  readonly logRetention?: number | undefined;
}

const MOST_PATCHES = 1_000_000;

/** A whole number of patches, where one is given. */
function patches(name: string) {
  return z
    .string()
    .refine((text) => /^[1-9]\d{0,6}$/.test(text) && Number(text) <= MOST_PATCHES, {
      error: ({ input }) => `${name} must be a whole number from 1 to ${MOST_PATCHES}, not "${input}".`,
    })
    .transform(Number)
    .optional();
}

const DAY = 24 * 60 * 60 * 1_000;
const MOST_DAYS = 36_500;

const environmentSchema = z.object({
  PORT: z
    .string()
    .default('8787')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: ({ input }) => `PORT must be a whole number from 0 to 65535, not "${input}".`,
    })
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((text) => /^[\w.:-]+$/.test(text), {
      error: ({ input }) => `HOST must be a host name or an IP address such as 0.0.0.0, not "${input}".`,
    }),
  DATA_DIR: z
    .string()
    .default('./data')
    .refine((text) => text.trim() !== '' && !text.includes('\0'), {
      error: 'DATA_DIR must be the path of a directory; it is empty.',
    }),
  PATCH_RATE: patches('PATCH_RATE'),
  PATCH_BURST: patches('PATCH_BURST'),
  LOG_RETENTION_DAYS: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= MOST_DAYS, {
      error: ({ input }) => `LOG_RETENTION_DAYS must be a whole number from 0 to ${MOST_DAYS}, not "${input}".`,
    })
    .transform((text) => Number(text) * DAY)
    .optional(),
});

/**
 * Reads PORT, HOST, DATA_DIR, PATCH_RATE, PATCH_BURST and LOG_RETENTION_DAYS.
 * @throws StartupError that names every value that is wrong
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new StartupError(parsed.error.issues.map((issue) => issue.message).join(' '));
  const { PORT, HOST, DATA_DIR, PATCH_RATE, PATCH_BURST, LOG_RETENTION_DAYS } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    patchRate: PATCH_RATE,
    patchBurst: PATCH_BURST,
    logRetention: LOG_RETENTION_DAYS,
  };
}
