import { expect, onTestFinished } from 'vitest';
import { RecordedCopy } from './recorded-copy';
import type { Tab, TabOptions } from './tab';

export interface RecordedTab {
  readonly tab: Tab;
  readonly copy: RecordedCopy;
}

/** A tab whose copy is compared with it whenever something happened. */
export function recorded(open: (given: Partial<TabOptions>) => Tab, given: Partial<TabOptions> = {}): RecordedTab {
  const copy = new RecordedCopy();
  onTestFinished(() => expect(copy.faults).toEqual([]));
  return { tab: open({ ...given, copy, onProgress: (replica) => copy.compare(replica) }), copy };
}
