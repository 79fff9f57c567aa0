/** All commands of the page, in the order in which they are offered. */
import { basicCommands } from '../commands/basic-commands';
import type { Command } from '../commands/command';

export const allCommands: readonly Command[] = [...basicCommands];
