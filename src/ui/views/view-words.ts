/** Numbers and conditions of saved views in words. */

import type { Answer } from '../../engine/graph-engine';
import { locale } from '../../i18n/formats';
import { t } from '../../i18n/i18n';
import type { SavedView } from '../../shared/graph/saved-views';

export function numberWords(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 6 }).format(value);
}

export function conditionWords({ is, than }: NonNullable<SavedView['condition']>): string {
  return t(`views:mustBe.${is}`, { number: numberWords(than) });
}

/** "12 rows", and of how many they are the first. */
export function rowWords({ rows, rowCount }: Answer): string {
  const all = numberWords(rowCount);
  if (rows.length >= rowCount) return t('views:rows', { count: rowCount, all });
  return t('views:rowsCut', { count: rowCount, all, shown: numberWords(rows.length) });
}
