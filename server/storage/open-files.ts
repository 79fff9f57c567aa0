/**
 * Notices when an open database's files are removed or replaced: the system lets a program go on writing to a file that
 * has no name any more, and all of it would be gone when the server ends.
 */
import { statSync } from 'node:fs';

export interface OpenFiles {
  /** Whether the files are the ones they were. */
  readonly areThere: () => boolean;
  /** Throws when they are not. */
  readonly check: () => void;
}

/** @param file of a database that is open and in WAL mode; `null` when it is in memory */
export function watchFiles(file: string | null): OpenFiles {
  const watched = file === null ? [] : [file, `${file}-wal`].map((path) => ({ path, id: identity(path) }));
  const lost = () => watched.find(({ path, id }) => identity(path) !== id)?.path;
  return {
    areThere: () => lost() === undefined,
    check() {
      const path = lost();
      if (path === undefined) return;
      throw new Error(
        `${path} was removed or replaced while the server has it open. Put it back, or start the server anew.`,
      );
    },
  };
}

/** The same for two paths only when they lead to one file; `undefined` when there is none. */
function identity(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}
