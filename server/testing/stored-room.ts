/** A room written straight into a storage, for tests of what is left of it after trouble. */
import { must } from '../../src/shared/assert';
import { INFO_KEY } from '../../src/shared/graph/model';
import { loadRoom } from '../load-room';
import type { Storage } from '../storage/storage';
import { clientNo } from './ids';
import { setTitle } from './ops';

const ANN = clientNo(1);

/** Commits, as client 1 in room "r", the patches of versions `from` to `to`: each sets the title to "Title <version>". */
export function commitTitles(storage: Storage, from: number, to: number): void {
  const entries = Array.from({ length: to - from + 1 }, (_, index) => ({
    room: 'r',
    clientId: ANN,
    seq: from + index,
    outcome: { status: 'accepted', version: from + index, skipped: [] } as const,
    ops: JSON.stringify([setTitle(`Title ${from + index}`)]),
  }));
  storage.commit(entries, 1_000);
}

export interface StoredTitle {
  readonly version: number;
  readonly title: string | undefined;
  /** Of client 1: the last seq that has an outcome. */
  readonly lastSeq: number;
}

/** What is stored of room "r". */
export function storedTitle(storage: Storage): StoredTitle {
  const { version, graph } = loadRoom(storage, must(storage.room('r'), 'room r'));
  return { version, title: graph.get('info', INFO_KEY)?.title, lastSeq: storage.lastSeq('r', ANN) };
}

/** What is stored of room "r" when it is at a version, all of it by `commitTitles`. */
export function titledAt(version: number): StoredTitle {
  return { version, title: version === 0 ? undefined : `Title ${version}`, lastSeq: version };
}
