/** Certificates of a test's own making. */
import { writeFileSync } from 'node:fs';
import { generate } from 'selfsigned';
import type { TlsFiles } from '../edge/tls';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes one for localhost. `name` is its subject's common name. */
export async function newCertificate(name: string, from = new Date(), to?: Date): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: from,
    ...(to === undefined ? {} : { notAfterDate: to }),
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/** Puts another one in place. */
export function putCertificate({ certPath, keyPath }: TlsFiles, { cert, key }: Certificate): void {
  writeFileSync(certPath, cert);
  writeFileSync(keyPath, key);
}
