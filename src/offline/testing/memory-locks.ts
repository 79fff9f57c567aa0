/** A stand-in for Web Locks: names that the tabs of one browser hold, and lose when they are gone. */
import type { Locks } from '../locks';

export class MemoryLocks {
  readonly #holders = new Map<string, object>();

  /** The names held by any tab. */
  get held(): string[] {
    return [...this.#holders.keys()].sort();
  }

  /** @returns the locks as one tab sees them, and what happens to its own when it is gone */
  forTab(): { locks: Locks; gone: () => void } {
    const holders = this.#holders;
    const tab = {};
    let isGone = false;
    const letGo = (name: string) => {
      if (holders.get(name) === tab) holders.delete(name);
    };
    const locks: Locks = {
      tryHold: async (name) => {
        if (isGone || holders.has(name)) return undefined;
        holders.set(name, tab);
        return () => letGo(name);
      },
    };
    const gone = () => {
      isGone = true;
      for (const name of [...holders.keys()]) letGo(name);
    };
    return { locks, gone };
  }
}
