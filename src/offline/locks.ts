/** Names of which each is held by one tab at most, until it lets go of it or is gone. */

export interface Locks {
  /** @returns how to let go of the name; undefined when another tab, or this one, holds it */
  tryHold(name: string): Promise<(() => void) | undefined>;
}

/** The one way in which the browser's lock manager is used. */
interface LockSource {
  request(name: string, options: { ifAvailable: true }, hold: (lock: Lock | null) => Promise<void>): Promise<void>;
}

/** The browser's own (Web Locks); undefined where it has none, as on pages that came over plain HTTP. */
export function browserLocks(navigator: { readonly locks?: LockSource }): Locks | undefined {
  const manager = navigator.locks;
  if (manager === undefined) return undefined;
  return {
    tryHold: (name) =>
      new Promise((resolve, reject) => {
        // The lock is held for as long as the promise that this callback returns is pending.
        const hold = (lock: Lock | null) => {
          if (lock !== null) return new Promise<void>((letGo) => resolve(letGo));
          resolve(undefined);
          return Promise.resolve();
        };
        manager.request(name, { ifAvailable: true }, hold).catch(reject);
      }),
  };
}
