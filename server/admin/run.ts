/** The admin command: finds out what is meant, does it, and says in words when it cannot be done. */
import { resolve } from 'node:path';
import { StartupError } from '../startup-error';
import { AdminError, type AdminPort } from './admin-port';
import { type Command, type CommandContext, parseArguments, UsageError, usageOf } from './command';
import { BACKUP_COMMANDS } from './commands/backups';
import { FILE_COMMANDS } from './commands/files';
import { LINK_COMMANDS } from './commands/links';
import { LOOK_COMMANDS } from './commands/look';
import { ROOM_COMMANDS } from './commands/rooms';
import { commandHelp, generalHelp } from './help';
import { runningServer } from './running-server';
import { stoppedServer } from './stopped-server';

export const COMMANDS: readonly Command[] = [
  ...LOOK_COMMANDS,
  ...FILE_COMMANDS,
  ...LINK_COMMANDS,
  ...ROOM_COMMANDS,
  ...BACKUP_COMMANDS,
];

export interface Terminal {
  /** One line to standard output, or standard error. */
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** All commands have these. */
const COMMON = {
  'data-dir': { type: 'string', value: '<directory>', says: 'The server’s data directory, instead of DATA_DIR.' },
  url: { type: 'string', value: '<url>', says: 'What people reach the server at: printed links begin with it.' },
  help: { type: 'boolean', says: 'Says what the command does, and nothing else.' },
} as const;

/**
 * Runs a command.
 * @param argv the words after the program's name
 * @param environment DATA_DIR is read
 * @returns the exit code: 0 done, 1 not done or something is wrong with what was looked at, 2 it cannot be called like this
 */
export async function runAdmin(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<number> {
  const [name, ...rest] = argv;
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const asked = name === undefined || name === '--help' || name === 'help';
    (asked ? terminal.print : terminal.complain)(
      asked ? generalHelp(COMMANDS) : `There is no command "${name}". Try --help.`,
    );
    return asked && name !== undefined ? 0 : 2;
  }
  let port: AdminPort | undefined;
  try {
    const full = { ...command, options: { ...command.options, ...COMMON } };
    if (rest.includes('--help')) {
      terminal.print(commandHelp(full));
      return 0;
    }
    const args = parseArguments(full, rest);
    const dataDir = resolve(args.text('data-dir') ?? environment['DATA_DIR'] ?? './data');
    const context: CommandContext = {
      dataDir,
      url: args.text('url')?.replace(/\/+$/, ''),
      print: terminal.print,
      async port() {
        port ??= (await runningServer(dataDir)) ?? stoppedServer(dataDir);
        return port;
      },
      async isRunning() {
        const server = await runningServer(dataDir);
        await server?.close();
        return server !== undefined;
      },
    };
    return await command.run(context, args);
  } catch (error) {
    if (!(error instanceof AdminError || error instanceof StartupError)) throw error;
    terminal.complain(error.message);
    if (error instanceof UsageError) terminal.complain(usageOf(command));
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await port?.close();
  }
}
