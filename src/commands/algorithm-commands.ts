/** Running an algorithm on the graph, and taking off the canvas what it found. */
import { ChartNetwork, Eraser } from 'lucide-react';
import { t } from '../i18n/i18n';
import { NOTHING_MEASURED } from '../store/measure';
import type { Command } from './command';

export const algorithmCommands: readonly Command[] = [
  {
    id: 'open-algorithms',
    title: () => t('algorithms:open'),
    group: 'view',
    icon: ChartNetwork,
    menus: ['selection'],
    isEnabled: ({ drawn }) => drawn,
    run: ({ editor }) => editor.store.setState({ panel: 'algorithms' }),
  },
  {
    id: 'clear-measure',
    title: () => t('algorithms:clearCommand'),
    group: 'view',
    icon: Eraser,
    isEnabled: ({ measure }) => measure !== undefined,
    run: ({ editor: { store } }) => {
      store.getState().measuring?.cancel();
      store.setState(NOTHING_MEASURED);
    },
  },
];
