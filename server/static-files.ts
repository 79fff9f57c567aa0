/**
 * The built page. The files are listed once, at the start, and only what is on the list is ever read: no path that a
 * client sends reaches the disk. Compressed forms are made when first asked for, on a thread, and kept: of the engine's
 * 11 MB, 2 travel.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType } from 'hono/utils/mime';
import { acceptedEncoding, type Encoding } from './content-encoding';

/** Below this many bytes compression gains nothing. */
const WORTH_COMPRESSING = 1_000;
/** From this many bytes on, a file is compressed before anyone asks: the first visitor would wait for a second. */
const WORTH_PREPARING = 1_000_000;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

const ENCODERS: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  // Quality 5 takes a second for the engine; 11, the default, half a minute to save another 5 %.
  br: (bytes) => brotliAsync(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => gzipAsync(bytes),
};

class StaticFile {
  readonly type: string;
  /** Changes when the file does. */
  readonly etag: string;
  /** A hash of the content is in the name: it can be kept for ever. */
  readonly isHashed: boolean;
  readonly isCompressible: boolean;
  readonly size: number;
  readonly #path: string;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(path: string, urlPath: string) {
    const { size, mtimeMs } = statSync(path);
    this.#path = path;
    this.size = size;
    this.etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    this.type = getMimeType(path) ?? 'application/octet-stream';
    this.isHashed = urlPath.startsWith('/assets/');
    this.isCompressible = size >= WORTH_COMPRESSING && COMPRESSIBLE_CONTENT_TYPE_REGEX.test(this.type);
  }

  /** The content, encoded or (`undefined`) as it is. Rejects when the file cannot be read any more. */
  read(encoding: Encoding | undefined): Promise<Buffer> {
    if (encoding === undefined) return readFile(this.#path);
    const kept = this.#encoded.get(encoding);
    if (kept !== undefined) return kept;
    const encoded = readFile(this.#path).then(ENCODERS[encoding]);
    this.#encoded.set(encoding, encoded);
    encoded.catch(() => this.#encoded.delete(encoding));
    return encoded;
  }
}

function isCode({ type }: StaticFile): boolean {
  return type.startsWith('text/javascript') || type === 'application/wasm';
}

export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>;

  /** Lists the files below a directory, which need not exist. */
  constructor(directory: string) {
    const entries = existsSync(directory) ? readdirSync(directory, { recursive: true, withFileTypes: true }) : [];
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    this.#files = new Map(
      paths.map((path) => {
        const urlPath = `/${relative(directory, path).split(sep).join('/')}`;
        return [urlPath, new StaticFile(path, urlPath)];
      }),
    );
  }

  /** Compresses the big files of code ahead of time. Rejects when one cannot be read. */
  async prepare(): Promise<void> {
    for (const file of this.#files.values()) {
      if (file.isCompressible && file.size >= WORTH_PREPARING && isCode(file)) {
        await file.read('br');
      }
    }
  }

  /** The response to a GET of a path, or `undefined` when there is no such file. */
  async respond(urlPath: string, request: Headers): Promise<Response | undefined> {
    const file = this.#files.get(urlPath);
    if (file === undefined) return undefined;
    const headers = new Headers({
      'content-type': file.type,
      'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: file.etag,
    });
    if (file.isCompressible) headers.set('vary', 'Accept-Encoding');
    if (request.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
    const offered: Encoding[] = file.isCompressible ? ['br', 'gzip'] : [];
    const encoding = acceptedEncoding(request.get('accept-encoding') ?? undefined, offered);
    if (encoding !== undefined) headers.set('content-encoding', encoding);
    const body = await file.read(encoding);
    headers.set('content-length', String(body.byteLength));
    return new Response(new Uint8Array(body), { headers });
  }
}
