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
}

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
});

/**
 * Reads PORT, HOST and DATA_DIR.
 * @throws StartupError that names every value that is wrong
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new StartupError(parsed.error.issues.map((issue) => issue.message).join(' '));
  return { port: parsed.data.PORT, host: parsed.data.HOST, dataDir: parsed.data.DATA_DIR };
}
