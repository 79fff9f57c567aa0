/**
 * The app's files as the browser keeps them, each version's in a cache of its own.
 *
 * An open page goes on with the version it began with, and may need more of its files at any time: a new engine begins
 * with loading its worker, and the server has only the newest. So every page holds a Web Lock for as long as it is open, with
 * the address of its script for a name (src/app/register-service-worker.ts), and a version is kept while one of
 * its files is the name of a lock.
 */
import { type Build, SHELL } from './build';

const PREFIX = 'kumiko-';

/** Headers of the request that an answer depended on never change what our files are. */
const LOOK_UP: CacheQueryOptions = { ignoreVary: true };

export class KeptFiles {
  /** This version's cache. */
  readonly #name: string;

  constructor(
    private readonly build: Build,
    private readonly caches: CacheStorage,
    private readonly locks: Pick<LockManager, 'query'>,
  ) {
    this.#name = `${PREFIX}${build.version}`;
  }

  /**
   * Fetches this version's files. Rejects when one is not to be had or is not the one that was built, as when another
   * version is being deployed, or a proxy answers with something of its own.
   */
  async fill(): Promise<void> {
    const cache = await this.caches.open(this.#name);
    // Files with a hash in their names come out of the HTTP cache; the server has the others asked for anew.
    await cache.addAll(this.build.files.map(({ path, integrity }) => new Request(path, { integrity })));
  }

  /** This version's page. `undefined` when the browser has thrown it away, as for all below. */
  shell(): Promise<Response | undefined> {
    return this.#own(SHELL);
  }

  /** A file of this version, or of another that is kept. */
  async find(path: string): Promise<Response | undefined> {
    return (await this.#own(path)) ?? this.caches.match(path, LOOK_UP);
  }

  /** Removes the other versions that no open page needs. */
  async removeUnneeded(): Promise<void> {
    const { held = [] } = await this.locks.query();
    const inUse = new Set(held.map((lock) => lock.name));
    for (const name of await this.caches.keys()) {
      if (name === this.#name || !name.startsWith(PREFIX)) continue;
      const files = await (await this.caches.open(name)).keys();
      if (!files.some((file) => inUse.has(file.url))) await this.caches.delete(name);
    }
  }

  #own(path: string): Promise<Response | undefined> {
    return this.caches.match(path, { ...LOOK_UP, cacheName: this.#name });
  }
}
