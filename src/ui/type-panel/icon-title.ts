import { t } from '../../i18n/i18n';
import { ICON_NAMES } from '../../kit/icons';

/**
 * What an icon is called in lists: the first of the words it is found by.
 * @param icon a name as kept in a style; one of a newer version is told as it is written
 */
export function iconTitle(icon: string): string {
  const name = ICON_NAMES.find((each) => each === icon);
  return name === undefined ? icon : (t(`icons:${name}`).split(', ')[0] ?? icon);
}
