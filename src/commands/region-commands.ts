/** Going through the page part by part, past all the nodes that Tab would stop at. */
import { PanelRightOpen, PanelsTopLeft } from 'lucide-react';
import { t } from '../i18n/i18n';
import { goToRegion } from '../kit/regions';
import type { Command } from './command';

export const regionCommands: readonly Command[] = [
  {
    id: 'next-region',
    title: () => t('commands:nextRegion'),
    group: 'help',
    icon: PanelRightOpen,
    keys: ['F6'],
    whileTyping: true,
    run: () => goToRegion(1),
  },
  {
    id: 'previous-region',
    title: () => t('commands:previousRegion'),
    group: 'help',
    icon: PanelsTopLeft,
    keys: ['Shift+F6'],
    whileTyping: true,
    run: () => goToRegion(-1),
  },
];
