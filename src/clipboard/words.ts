/** What copying and pasting has to say. */
import { t } from '../i18n/i18n';
import type { TooMuch } from '../shared/exchange/too-much';

/** Why something that was to be pasted is too much. */
export function tooMuchWords({ of, limit }: TooMuch): string {
  switch (of) {
    case 'atOnce':
      return t('clipboard:tooMuch.atOnce', { limit });
    case 'bytes':
      return t('clipboard:tooMuch.bytes');
    case 'nodes':
      return t('clipboard:tooMuch.nodes', { limit, count: limit });
    case 'edges':
      return t('clipboard:tooMuch.edges', { limit, count: limit });
    case 'labels':
      return t('clipboard:tooMuch.labels', { limit, count: limit });
    case 'edgeTypes':
      return t('clipboard:tooMuch.edgeTypes', { limit, count: limit });
    case 'properties':
      return t('clipboard:tooMuch.properties', { limit, count: limit });
  }
}
