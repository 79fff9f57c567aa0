/** Looking at what people saved of the graph as questions. */
import { Bookmark } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { Command } from './command';

export const VIEWS_KEYS = 'Alt+Shift+V';

export const savedViewCommands: readonly Command[] = [
  {
    id: 'open-views',
    title: () => t('views:open'),
    titleNow: ({ panel }) => t(panel === 'views' ? 'views:closePanel' : 'views:open'),
    group: 'view',
    icon: Bookmark,
    keys: [VIEWS_KEYS],
    run: ({ editor }) =>
      editor.store.setState(({ panel }) => ({ panel: panel === 'views' ? undefined : 'views', openView: undefined })),
  },
];
