/** The certificate that the server shows, and its key: read at the start, and again when they are renewed. */
import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import type { Clock } from '../../src/shared/clock';
import type { Log } from '../log';
import { StartupError } from '../startup-error';

export interface TlsFiles {
  /** PEM: the certificate, and those that vouch for it after it. */
  readonly certPath: string;
  /** PEM: its key. */
  readonly keyPath: string;
}

export interface Tls {
  readonly options: SecureContextOptions;
  /** A sentence, where browsers will not take the certificate, or soon will not. */
  readonly warning: string | undefined;
  /** Another one whenever the content of a file is. */
  readonly digest: string;
}

const MINUTE = 60_000;
/** How long before its end a certificate is warned of, in milliseconds: whatever renews it would have done so by then. */
const NEAR_END = 7 * 24 * 60 * MINUTE;

/**
 * Reads the files.
 * @param now milliseconds since 1970
 * @throws StartupError when they cannot be read, or do not belong together
 */
export function readTls({ certPath, keyPath }: TlsFiles, now: number): Tls {
  const cert = readPem(certPath, 'TLS_CERT');
  const key = readPem(keyPath, 'TLS_KEY');
  const certificate = parseCertificate(cert, certPath);
  if (!certificate.checkPrivateKey(parseKey(key, keyPath))) {
    throw new StartupError(
      `The key in "${keyPath}" (TLS_KEY) is not the key of the first certificate in "${certPath}" (TLS_CERT).`,
    );
  }
  return {
    options: { cert, key, minVersion: 'TLSv1.2' },
    warning: warningOf(certificate, now),
    digest: createHash('sha256').update(cert).update('\0').update(key).digest('base64'),
  };
}

function readPem(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new StartupError(`${name}: the file "${path}" cannot be read${reason}.`);
  }
}

function parseCertificate(pem: string, path: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new StartupError(`The file "${path}" (TLS_CERT) has no certificate in the PEM format.`);
  }
}

function parseKey(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new StartupError(`The file "${path}" (TLS_KEY) has no key in the PEM format, or one with a passphrase.`);
  }
}

function warningOf({ validFrom, validTo }: X509Certificate, now: number): string | undefined {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  if (now < from) return `The certificate of TLS_CERT is not valid before ${validFrom}: browsers refuse it.`;
  if (now >= to) return `The certificate of TLS_CERT ended on ${validTo}: browsers refuse it. Renew it.`;
  return now >= to - NEAR_END ? `The certificate of TLS_CERT ends on ${validTo}. Renew it.` : undefined;
}

export interface RenewalPorts {
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds from one look at the files to the next. */
  readonly every?: number;
}

/**
 * Has the server show a renewed certificate from the next connection on; those that are open go on. The files are read every
 * minute, as watching them misses renewals by symbolic link. A renewal that cannot be used is logged once, and the old
 * certificate goes on being shown.
 * @param shown what the server shows now
 * @returns stops looking
 */
export function renewTls(server: Server, files: TlsFiles, shown: Tls, ports: RenewalPorts): () => void {
  const { clock, log, now, every = MINUTE } = ports;
  let current = shown;
  let lastProblem: string | undefined;

  const look = () => {
    try {
      const read = readTls(files, now());
      if (read.digest !== current.digest) {
        server.setSecureContext(read.options);
        log.info('The renewed certificate is in use.');
      }
      if (read.warning !== undefined && read.warning !== current.warning) log.warn(read.warning);
      current = read;
      lastProblem = undefined;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== lastProblem) log.error(`${problem} The certificate before it stays in use.`);
      lastProblem = problem;
    }
  };

  let stop: () => void;
  const wait = () => {
    stop = clock.after(every, () => {
      look();
      wait();
    });
  };
  wait();
  return () => stop();
}
