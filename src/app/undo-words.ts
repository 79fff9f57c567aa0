import type { UndoResult } from '../undo/undo-history';

/**
 * What an undo or redo did not take back, as a sentence; undefined when there is nothing to say.
 * @param word `undone` or `redone`
 */
export function whatWasLeft(result: UndoResult, word: string): string | undefined {
  if (result.status === 'refused') return `Nothing can be ${word} here any more.`;
  if (result.status === 'left') return `Nothing was ${word}: others have changed it since.`;
  if (result.status === 'nothing' || result.left === 0) return undefined;
  return `Not all was ${word}: what others have changed since stays as they made it.`;
}
