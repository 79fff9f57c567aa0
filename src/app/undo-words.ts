import { t } from '../i18n/i18n';
import type { UndoResult } from '../undo/undo-history';

/** What an undo or redo did not take back, as a sentence; undefined when there is nothing to say. */
export function whatWasLeft(result: UndoResult, turn: 'undo' | 'redo'): string | undefined {
  if (result.status === 'refused') return t(`notices:${turn}.refused`);
  if (result.status === 'left') return t(`notices:${turn}.left`);
  if (result.status === 'nothing' || result.left === 0) return undefined;
  return t(`notices:${turn}.partly`);
}
