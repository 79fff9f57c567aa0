/** Commands that take graphs out to files and in from them: export, import. */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { graphFileText, readGraphFile } from '../../../src/shared/exchange/graph-file';
import { patchesOf } from '../../../src/shared/exchange/graph-patches';
import { titleSchema } from '../../../src/shared/graph/field-schemas';
import { toSnapshot } from '../../../src/shared/graph/snapshot';
import { parseWith } from '../../../src/shared/protocol/parse';
import { AdminError } from '../admin-port';
import { type Command, namedRoom, UsageError } from '../command';
import { importGraph } from '../import-graph';
import { readGraph } from '../read-graph';
import { countText, linkText } from '../words';

const exportCommand: Command = {
  name: 'export',
  words: ['<graph>'],
  summary: 'Writes a graph as JSON, with its title.',
  options: {
    out: { type: 'string', value: '<file>', says: 'A file that is not there yet; standard output when left out.' },
  },
  async run({ port: open, print }, { words, text }) {
    const port = await open();
    const { graph, version } = await readGraph(port, await namedRoom(port, words[0]));
    const file = graphFileText(toSnapshot(graph));
    const out = text('out');
    if (out === undefined) {
      for (const piece of inLines(file)) print(piece);
      return 0;
    }
    // What people wrote is nobody else's to read.
    await writing(out, pipeline(Readable.from(file), createWriteStream(out, { flags: 'wx', mode: 0o600 })));
    print(`Version ${version} of the graph is in ${out}.`);
    return 0;
  },
};

/** Whole lines, without their ends. */
function* inLines(pieces: Iterable<string>): Generator<string, void, undefined> {
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function writing(file: string, written: Promise<void>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new AdminError(`${file} cannot be written (${error.message}).`, { cause: error });
  }
}

const importCommand: Command = {
  name: 'import',
  words: ['<file>'],
  summary: 'Makes a new graph from a file that "export" wrote, and prints a link for its owner.',
  options: { title: { type: 'string', value: '<title>', says: 'Instead of the one in the file.' } },
  async run({ port: open, print, url }, { words, text }) {
    const file = words[0] ?? '';
    const title = parseWith(titleSchema.optional(), text('title'));
    if (!title.ok) throw new UsageError(title.reason);
    const graph = readGraphFile(await read(file));
    if (!graph.ok) throw new AdminError(`${file} is not the file of a graph: ${graph.reason}`);
    const port = await open();
    const { room, key } = await importGraph(port, patchesOf(graph.value, title.value));
    print(
      `${countText(graph.value.nodes.length, 'node')}, ${countText(graph.value.edges.length, 'edge')}: graph ${room}`,
    );
    print(linkText(url ?? port.serverUrl, room, key));
    return 0;
  },
};

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AdminError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}

export const FILE_COMMANDS: readonly Command[] = [exportCommand, importCommand];
