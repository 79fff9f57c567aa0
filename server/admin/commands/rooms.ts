/** Commands that do something to graphs as a whole: delete, restore, purge, compact. */
import type { AdminPort } from '../admin-port';
import { type Command, namedRoom, UsageError } from '../command';
import { countText } from '../words';

/** A command that does one thing to one graph. */
function toOne(
  about: Pick<Command, 'name' | 'summary' | 'details'>,
  act: (port: AdminPort, room: string) => Promise<string>,
): Command {
  return {
    ...about,
    words: ['<graph>'],
    async run({ port: open, print }, { words }) {
      const port = await open();
      const { id } = await namedRoom(port, words[0]);
      print(await act(port, id));
      return 0;
    },
  };
}

const remove = toOne(
  {
    name: 'delete',
    summary: 'Deletes a graph, as its owner can. Until it is removed for good, "restore" brings it back.',
    details: ['It is removed for good after DELETED_RETENTION_DAYS, or by "purge".'],
  },
  async (port, room) => {
    await port.deleteRoom(room);
    return `The graph ${room} is deleted.`;
  },
);

const restore = toOne(
  { name: 'restore', summary: 'Brings a deleted graph back, with its links.' },
  async (port, room) => {
    await port.restoreRoom(room);
    return `The graph ${room} can be opened again.`;
  },
);

const purge = toOne(
  { name: 'purge', summary: 'Removes a deleted graph for good. Only its audit entries stay.' },
  async (port, room) => {
    await port.purgeRoom(room);
    return `The graph ${room} is gone for good.`;
  },
);

const DAY = 24 * 60 * 60 * 1_000;

const compact: Command = {
  name: 'compact',
  words: ['[<graph>]'],
  summary: 'Removes from the log of a graph, or of all, what the latest snapshot has in it.',
  details: [
    'The server does this by itself every hour, for patches older than LOG_RETENTION_DAYS.',
    'Who comes back from before the log’s beginning is sent the snapshot; nothing is lost by it.',
  ],
  options: {
    all: { type: 'boolean', says: 'All graphs.' },
    days: { type: 'string', value: '<number>', says: 'Keeps the patches of the last days; 0 when left out.' },
  },
  async run({ port: open, print }, { words, isSet, text }) {
    const days = Number(text('days') ?? 0);
    if (!Number.isFinite(days) || days < 0) throw new UsageError('--days has to be a number from 0.');
    if ((words[0] === undefined) !== isSet('all')) throw new UsageError('Name a graph, or say --all.');
    const port = await open();
    const rooms = words[0] === undefined ? await port.rooms() : [await namedRoom(port, words[0])];
    for (const { id } of rooms) {
      const removed = await port.compact(id, Date.now() - days * DAY);
      const left = await namedRoom(port, id);
      const kept = left.version - left.firstVersion + 1;
      print(`${id}: ${countText(removed, 'patch', 'patches')} removed, ${kept} kept.`);
    }
    return 0;
  },
};

export const ROOM_COMMANDS: readonly Command[] = [remove, restore, purge, compact];
