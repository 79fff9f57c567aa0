/** All commands of the page, in the order in which they are offered. */
import { algorithmCommands } from '../commands/algorithm-commands';
import { alignCommands } from '../commands/align-commands';
import { basicCommands } from '../commands/basic-commands';
import { clipboardCommands } from '../commands/clipboard-commands';
import type { Command } from '../commands/command';
import { consoleCommands } from '../commands/console-commands';
import { createCommands } from '../commands/create-commands';
import { edgeCommands } from '../commands/edge-commands';
import { exploreCommands } from '../commands/explore-commands';
import { fileCommands } from '../commands/file-commands';
import { followCommands } from '../commands/follow-commands';
import { layoutCommands } from '../commands/layout-commands';
import { lockCommands } from '../commands/lock-commands';
import { regionCommands } from '../commands/region-commands';
import { savedViewCommands } from '../commands/saved-view-commands';
import { schemaCommands } from '../commands/schema-commands';
import { selectCommands } from '../commands/select-commands';
import { settingsCommands } from '../commands/settings-commands';
import { snapCommands } from '../commands/snap-commands';
import { stylingCommands } from '../commands/styling-commands';
import { typeCommands } from '../commands/type-commands';
import { viewCommands } from '../commands/view-commands';
import { layOutInWorker } from '../layout/browser-layout';
import { realClock } from '../shared/clock';
import { noticeCommands } from '../ui/notices/notice-commands';
import { pictureLegend } from '../ui/styling/picture-legend';
import { browserStorage } from './browser-storage';
import { layoutRunner } from './layout-runner';

function asksForLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export const allCommands: readonly Command[] = [
  ...createCommands,
  ...clipboardCommands,
  ...basicCommands,
  ...edgeCommands,
  ...lockCommands,
  ...typeCommands,
  ...selectCommands,
  ...alignCommands,
  ...layoutCommands(layoutRunner({ layOut: layOutInWorker, clock: realClock, still: asksForLessMotion })),
  ...snapCommands(browserStorage()),
  ...exploreCommands,
  ...viewCommands,
  ...savedViewCommands,
  ...algorithmCommands,
  ...stylingCommands,
  ...consoleCommands,
  ...schemaCommands,
  ...followCommands,
  ...fileCommands(pictureLegend),
  ...noticeCommands,
  ...regionCommands,
  ...settingsCommands(browserStorage()),
];
