/** Commands for backups: backup, restore-backup. */
import { resolve } from 'node:path';
import { AdminError } from '../admin-port';
import { makeBackup } from '../backup';
import type { Command } from '../command';
import { restoreBackup } from '../restore-backup';
import { countText, timeText } from '../words';

const backup: Command = {
  name: 'backup',
  words: ['<directory>'],
  summary: 'Copies everything, as it is at one moment, into a new directory. A running server goes on meanwhile.',
  details: [
    'All that was acknowledged before the command began is in the backup. The copy is read whole and checked before it gets its name.',
    'Whoever has the backup has all graphs, and can make links to them: keep it as safe as the server.',
  ],
  async run({ port: open, dataDir, print }, { words }) {
    const dir = resolve(words[0] ?? '');
    const { rooms } = await makeBackup(await open(), dataDir, dir);
    print(`${countText(rooms, 'graph')} in ${dir}.`);
    return 0;
  },
};

const restore: Command = {
  name: 'restore-backup',
  words: ['<directory>'],
  summary: 'Puts a backup in the place of a data directory. The server has to be stopped.',
  details: [
    'Who comes back with a later state than the backup’s is given the backup’s; what they have not sent yet is kept and sent.',
  ],
  options: { force: { type: 'boolean', says: 'Moves what is in the data directory aside.' } },
  async run({ dataDir, isRunning, print }, { words, isSet }) {
    if (await isRunning()) throw new AdminError(`A server runs on ${dataDir}. Stop it first.`);
    const backupDir = resolve(words[0] ?? '');
    const { note, movedTo } = await restoreBackup({ backupDir, dataDir, force: isSet('force') });
    if (movedTo !== undefined) print(`What was there is in ${movedTo}.`);
    print(`${countText(note.rooms, 'graph')} restored, as of ${timeText(note.madeAt)}. The server can be started.`);
    return 0;
  },
};

export const BACKUP_COMMANDS: readonly Command[] = [backup, restore];
