/** What `--help` says. */
import { type Command, usageOf } from './command';
import { tableLines } from './words';

const GENERAL = `Looks after the graphs of a Kumiko server: npm run admin -- <command>

The server may be running or not. When it runs, it is asked, over a socket in its data directory that only its own user
may use; when it does not, the database is opened here. The data directory is DATA_DIR, or ./data, or --data-dir.
`;

/** About all commands. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map((command) => [`  ${[command.name, ...command.words].join(' ')}`, command.summary]);
  return `${GENERAL}\n${tableLines(rows).join('\n')}\n\n<command> --help says more about one.`;
}

/** About one command. */
export function commandHelp(command: Command): string {
  const { summary, details = [], options = {} } = command;
  const rows = Object.entries(options).map(([name, { value, says }]) => [
    `  --${name}${value === undefined ? '' : ` ${value}`}`,
    says,
  ]);
  return [usageOf(command), '', summary, ...details, '', ...tableLines(rows)].join('\n');
}
