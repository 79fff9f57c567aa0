/** Following others' views. Whom to follow is offered by name: by the avatars, and by the palette. */
import { EyeOff } from 'lucide-react';
import { t } from '../i18n/i18n';
import { followed } from '../store/following';
import type { Command } from './command';

export const followCommands: readonly Command[] = [
  {
    id: 'stop-following',
    title: () => t('together:stopFollowing'),
    group: 'view',
    icon: EyeOff,
    isEnabled: (state) => followed(state) !== undefined,
    run: ({ editor }) => editor.store.setState({ following: undefined }),
  },
];
