/** Commands that look at what is there: list, inspect, verify, audit. */
import { INFO_KEY } from '../../../src/shared/graph/model';
import type { AdminPort, RoomFacts } from '../admin-port';
import { type Command, namedRoom, UsageError } from '../command';
import { readGraph } from '../read-graph';
import { verifyRoom } from '../verify-room';
import { bytesText, countText, printable, tableLines, timeText } from '../words';

const list: Command = {
  name: 'list',
  words: [],
  summary: 'Lists all graphs, oldest first.',
  async run({ port, print }) {
    const rooms = await (await port()).rooms();
    const rows = rooms.map((room) => [
      room.id,
      timeText(room.createdAt),
      String(room.version),
      String(room.version - room.firstVersion + 1),
      bytesText(room.snapshots.at(-1)?.bytes ?? 0),
      String(room.connections),
      room.deletedAt === undefined ? '' : `deleted ${timeText(room.deletedAt)}`,
    ]);
    for (const line of tableLines([['graph', 'made', 'version', 'in log', 'snapshot', 'open', ''], ...rows]))
      print(line);
    return 0;
  },
};

const inspect: Command = {
  name: 'inspect',
  words: ['<graph>'],
  summary: 'Says what is known of a graph: its size, its labels, its log, its snapshots and its links.',
  async run({ port: open, print }, { words }) {
    const port = await open();
    const facts = await namedRoom(port, words[0]);
    const { graph, replayed } = await readGraph(port, facts);
    const links = await port.links(facts.id);
    const live = links.filter(({ revokedAt }) => revokedAt === undefined);
    const roles = (['owner', 'editor', 'viewer'] as const).map(
      (role) => `${live.filter((link) => link.role === role).length} ${role}`,
    );
    const kept = facts.version - facts.firstVersion + 1;
    print(`graph        ${facts.id}`);
    print(`title        ${printable(graph.get('info', INFO_KEY)?.title ?? '(none)')}`);
    print(`made         ${timeText(facts.createdAt)}`);
    if (facts.deletedAt !== undefined) print(`deleted      ${timeText(facts.deletedAt)}`);
    print(`version      ${facts.version}`);
    print(`content      ${countText(graph.count('node'), 'node')}, ${countText(graph.count('edge'), 'edge')}`);
    print(`labels       ${names(graph.entries('label'))}`);
    print(`edge types   ${names(graph.entries('edgeType'))}`);
    print(`log          ${countText(kept, 'patch', 'patches')}, from version ${facts.firstVersion}`);
    print(
      `after it     ${countText(replayed.patches, 'patch', 'patches')} since the snapshot, ${bytesText(replayed.bytes)}`,
    );
    for (const { version, createdAt, bytes } of facts.snapshots) {
      print(`snapshot     version ${version}, ${bytesText(bytes)}, ${timeText(createdAt)}`);
    }
    print(`links        ${roles.join(', ')}; ${links.length - live.length} revoked`);
    print(`open         ${countText(facts.connections, 'connection')}`);
    return 0;
  },
};

function names(types: Iterable<[string, { readonly name: string }]>): string {
  const all = Array.from(types, ([, { name }]) => printable(name));
  return all.length === 0 ? '(none)' : all.join(', ');
}

const verify: Command = {
  name: 'verify',
  words: ['[<graph>]'],
  summary:
    'Replays the log of a graph, or of all, and compares it with the snapshots and with what clients were answered.',
  details: [
    'Ends with 1 when something is wrong. Changes nothing. A running server goes on meanwhile: the work is done here.',
    'It cannot find a change to a patch after the last snapshot by which the patch stays acceptable: nothing is there to compare it with.',
  ],
  async run({ port: open, print }, { words }) {
    const port = await open();
    const rooms = words[0] === undefined ? await port.rooms() : [await namedRoom(port, words[0])];
    let damaged = 0;
    for (const facts of rooms) if (!(await verifyOne(port, facts, print))) damaged += 1;
    if (rooms.length !== 1) {
      print(`${countText(rooms.length, 'graph')} verified, ${damaged === 0 ? 'none' : damaged} damaged.`);
    }
    return damaged === 0 ? 0 : 1;
  },
};

async function verifyOne(port: AdminPort, facts: RoomFacts, print: (line: string) => void): Promise<boolean> {
  const { findings, checked } = await verifyRoom(port, facts);
  const extent = [
    countText(checked.patches, 'patch', 'patches'),
    countText(checked.outcomes, 'outcome'),
    countText(checked.snapshots, 'snapshot'),
  ].join(', ');
  print(`${facts.id}: ${findings.length === 0 ? 'whole' : 'DAMAGED'} (${extent})`);
  for (const finding of findings) print(`  ${finding}`);
  return findings.length === 0;
}

const LATEST = 100;

const audit: Command = {
  name: 'audit',
  words: ['[<graph>]'],
  summary: 'Lists who did what to the access to a graph, or to all, the latest first.',
  options: { limit: { type: 'string', value: '<number>', says: `How many entries; ${LATEST} when left out.` } },
  async run({ port, print }, { words, text }) {
    const limit = Number(text('limit') ?? LATEST);
    if (!Number.isSafeInteger(limit) || limit < 1) throw new UsageError('--limit has to be a whole number from 1.');
    const entries = await (await port()).audit(words[0], limit);
    const rows = entries.map(({ at, room, by, action, detail }) => [
      timeText(at),
      room,
      printable(by),
      action,
      printable(detail),
    ]);
    for (const line of tableLines(rows)) print(line);
    return 0;
  },
};

export const LOOK_COMMANDS: readonly Command[] = [list, inspect, verify, audit];
