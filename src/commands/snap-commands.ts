/** Whether drags snap to guides: kept in this browser, for all graphs. */
import { Magnet } from 'lucide-react';
import { t } from '../i18n/i18n';
import { isSnapping, keepSnapping, setSnapping } from '../store/snapping';
import type { Command } from './command';

/** @param storage where the choice is kept */
export function snapCommands(storage: Pick<Storage, 'setItem'>): readonly Command[] {
  const choice = (snapping: boolean): Command => ({
    id: snapping ? 'snap-on' : 'snap-off',
    title: () => (snapping ? t('layout:snapOn') : t('layout:snapOff')),
    group: 'arrange',
    icon: Magnet,
    menus: ['canvas'],
    changes: true,
    isEnabled: () => isSnapping() !== snapping,
    run: () => {
      keepSnapping(storage, snapping);
      setSnapping(snapping);
    },
  });
  return [choice(true), choice(false)];
}
