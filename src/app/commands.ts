/** All commands of the page, in the order in which they are offered. */
import { alignCommands } from '../commands/align-commands';
import { basicCommands } from '../commands/basic-commands';
import { clipboardCommands } from '../commands/clipboard-commands';
import type { Command } from '../commands/command';
import { createCommands } from '../commands/create-commands';
import { fileCommands } from '../commands/file-commands';
import { layoutCommands } from '../commands/layout-commands';
import { selectCommands } from '../commands/select-commands';
import { settingsCommands } from '../commands/settings-commands';
import { viewCommands } from '../commands/view-commands';
import { layOutInWorker } from '../layout/browser-layout';
import { realClock } from '../shared/clock';
import { browserStorage } from './browser-storage';
import { layoutRunner } from './layout-runner';

function asksForLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export const allCommands: readonly Command[] = [
  ...createCommands,
  ...clipboardCommands,
  ...basicCommands,
  ...selectCommands,
  ...alignCommands,
  ...layoutCommands(layoutRunner({ layOut: layOutInWorker, clock: realClock, still: asksForLessMotion })),
  ...viewCommands,
  ...fileCommands,
  ...settingsCommands(browserStorage()),
];
