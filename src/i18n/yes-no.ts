import { t } from './i18n';

/** A truth value, as people say it. */
export function yesNo(value: boolean): string {
  return t(value ? 'kit:yes' : 'kit:no');
}
