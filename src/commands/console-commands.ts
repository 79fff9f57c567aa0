/** Asking the graph questions. */
import { SquareTerminal } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { Command } from './command';

export const CONSOLE_KEYS = 'Mod+J';

export const consoleCommands: readonly Command[] = [
  {
    id: 'open-console',
    title: () => t('console:open'),
    titleNow: ({ consoleOpen }) => t(consoleOpen ? 'console:close' : 'console:open'),
    group: 'view',
    icon: SquareTerminal,
    keys: [CONSOLE_KEYS],
    whileTyping: true,
    run: ({ editor }) => editor.store.setState(({ consoleOpen }) => ({ consoleOpen: !consoleOpen })),
  },
];
