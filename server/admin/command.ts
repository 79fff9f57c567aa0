/** What a command of the admin program is, and what it has at hand. */
import { parseArgs } from 'node:util';
import { AdminError, type AdminPort, type RoomFacts } from './admin-port';

export interface CommandContext {
  readonly dataDir: string;
  /** What links begin with, as far as it is known, without a slash at the end. */
  readonly url: string | undefined;
  /** What is stored: by way of the server when one runs, or from the files. Opened when it is first asked for. */
  readonly port: () => Promise<AdminPort>;
  /** Whether a server runs on the data directory. */
  readonly isRunning: () => Promise<boolean>;
  /** One line to standard output. */
  readonly print: (line: string) => void;
}

/** An option with a value, or a switch. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** For the help: what stands for the value. */
  readonly value?: string;
  readonly says: string;
}

/** The arguments of a command. */
export interface Arguments {
  readonly words: readonly string[];
  text(option: string): string | undefined;
  isSet(option: string): boolean;
}

export interface Command {
  readonly name: string;
  /** The words after the name, as the help has them; those in brackets may be left out. */
  readonly words: readonly string[];
  /** What it does, in a sentence. */
  readonly summary: string;
  /** More about it, paragraph by paragraph. */
  readonly details?: readonly string[];
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** Resolves with the exit code: 0 when all is well, 1 when something is wrong with what was looked at. */
  run(context: CommandContext, args: Arguments): Promise<number>;
}

/** The command was called in a way it cannot be; the message says how. */
export class UsageError extends AdminError {}

/** @throws UsageError */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.options ?? {}).map(([name, { type }]) => [name, { type }] as const),
  );
  const parsed = parse(argv, options);
  const required = command.words.filter((word) => !word.startsWith('['));
  if (parsed.positionals.length < required.length || parsed.positionals.length > command.words.length) {
    throw new UsageError(`It is called like this: ${usageOf(command)}`);
  }
  return {
    words: parsed.positionals,
    text(option) {
      const value = parsed.values[option];
      return typeof value === 'string' ? value : undefined;
    },
    isSet: (option) => parsed.values[option] === true,
  };
}

/** Ids of graphs and links, one in 64 of which begins with what is taken for an option. */
const DASHED_ID = /^-(?:[\w-]{21}|[\w-]{15})$/;
/** Stands before such an id while the words are sorted. */
const SHIELD = '\0';

function parse(argv: readonly string[], options: Record<string, { readonly type: 'string' | 'boolean' }>) {
  const isId = (word: string) => DASHED_ID.test(word) && !(word.slice(2) in options);
  try {
    const args = argv.map((word) => (isId(word) ? SHIELD + word : word));
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values, positionals: positionals.map((word) => word.replace(SHIELD, '')) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options cannot be read.');
  }
}

/** How a command is called. */
export function usageOf({ name, words, options = {} }: Command): string {
  const flags = Object.entries(options).map(
    ([option, { value }]) => `[--${option}${value === undefined ? '' : ` ${value}`}]`,
  );
  return [name, ...words, ...flags].join(' ');
}

/** The facts of the room that was named. */
export async function namedRoom(port: AdminPort, id: string | undefined): Promise<RoomFacts> {
  const facts = id === undefined ? undefined : await port.room(id);
  if (facts === undefined) throw new AdminError(`There is no graph ${id ?? ''}. The command "list" names all.`);
  return facts;
}
