/** What is said, where things could be changed, to who may not (`mayEdit`). */
import { t } from '../../i18n/i18n';
import type { AccessSlice } from '../../store/access';

export function cannotEditWords({ ending }: Pick<AccessSlice, 'ending'>): string {
  return t(ending === undefined ? 'access:viewOnly' : 'access:shutOut');
}
