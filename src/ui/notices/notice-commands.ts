/** The way to the messages by the keyboard, wherever it is. */
import { MessageSquare } from 'lucide-react';
import type { Command } from '../../commands/command';
import { t } from '../../i18n/i18n';

export const noticeCommands: readonly Command[] = [
  {
    id: 'to-messages',
    title: () => t('together:toMessages'),
    group: 'help',
    icon: MessageSquare,
    keys: ['F8'],
    whileTyping: true,
    isEnabled: ({ notices }) => notices.length > 0,
    run: () => document.querySelector<HTMLElement>('[data-notices] button')?.focus(),
  },
];
