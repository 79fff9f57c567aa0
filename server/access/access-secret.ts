/** The secret behind all links' keys: made on the first start, and kept in a file beside the database. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../startup-error';

export const ACCESS_SECRET_FILE = 'access-secret';

export interface AccessSecret {
  /** 32 random bytes. */
  readonly secret: Uint8Array;
  /** Whether it was made just now: links made with another one open nothing any more. */
  readonly isNew: boolean;
}

const BYTES = 32;
const WRITTEN = /^[0-9a-f]{64}\n?$/;

/**
 * Reads the secret of a data directory, or makes it. To be called with the directory's database open: its lock keeps two
 * servers from making two secrets.
 * @throws StartupError when the file is there and cannot be read, or is damaged: it is never replaced, as all links made so
 * far would end
 */
export function accessSecret(dataDir: string): AccessSecret {
  const file = join(dataDir, ACCESS_SECRET_FILE);
  const written = read(file);
  if (written === undefined) return { secret: make(dataDir, file), isNew: true };
  if (!WRITTEN.test(written)) {
    throw new StartupError(
      `${file} is damaged: it should have 64 hexadecimal digits. Restore it from a backup. Without it no link opens; to make all links anew, move it away.`,
    );
  }
  return { secret: Buffer.from(written.trim(), 'hex'), isNew: false };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new StartupError(`${file} cannot be read (${messageOf(error)}). Let the server's user read it.`);
  }
}

/** The file is whole and on the disk, or not there: a crash on the way leaves nothing that looks like a secret. */
function make(dataDir: string, file: string): Uint8Array {
  const secret = randomBytes(BYTES);
  const draft = `${file}.new`;
  try {
    rmSync(draft, { force: true });
    const fd = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(fd, `${secret.toString('hex')}\n`);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, file);
    flushDirectory(dataDir);
  } catch (error) {
    throw new StartupError(`${file} cannot be written (${messageOf(error)}). Set DATA_DIR to a directory that can be.`);
  }
  return secret;
}

/** Puts the new name on the disk. Windows cannot open directories, and does not need it. */
function flushDirectory(dir: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(dir, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
