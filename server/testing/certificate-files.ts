/** A certificate in files, for a test. */
import { join } from 'node:path';
import type { TlsFiles } from '../edge/tls';
import { type Certificate, putCertificate } from './certificate';
import { tempDir } from './temp-dir';

/** Files in a directory that is removed after the test. */
export function certificateFiles({ cert, key }: Certificate): TlsFiles {
  const dir = tempDir();
  const files = { certPath: join(dir, 'cert.pem'), keyPath: join(dir, 'key.pem') };
  putCertificate(files, { cert, key });
  return files;
}
