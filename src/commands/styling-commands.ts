/** How nodes and edges look by rules. */
import { Paintbrush } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { Command } from './command';

export const stylingCommands: readonly Command[] = [
  {
    id: 'open-styling',
    title: () => t('styling:open'),
    group: 'view',
    icon: Paintbrush,
    isEnabled: ({ drawn }) => drawn,
    run: ({ editor }) => editor.store.setState({ panel: 'styling' }),
  },
];
