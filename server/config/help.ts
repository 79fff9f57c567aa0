/** What the server answers when it is asked what can be set. */
import { StartupError } from '../startup-error';
import { settingsByGroup } from './settings';

const HEAD = `Kumiko, a collaborative property-graph editor.

Usage: node dist/server/main.js [--help]

Everything is set by environment variables. docs/operating.md says more.`;

/** Whether the arguments ask for help. @throws StartupError when they are anything else than nothing */
export function asksForHelp(args: readonly string[]): boolean {
  const unknown = args.find((arg) => arg !== '--help' && arg !== '-h');
  if (unknown !== undefined) {
    throw new StartupError(`There is no option "${unknown}". Settings are environment variables; --help lists them.`);
  }
  return args.length > 0;
}

/** All settings, by group, with their defaults. */
export function helpText(): string {
  const groups = settingsByGroup();
  const width = Math.max(...groups.flatMap(({ settings }) => settings.map(({ name }) => name.length))) + 2;
  const parts = groups.map(({ group, settings }) => {
    const lines = settings.map(({ name, description, byDefault }) => {
      const standard = byDefault === undefined ? '' : ` [${byDefault}]`;
      return `  ${name.padEnd(width)}${description}${standard}`;
    });
    return `${group}\n${lines.join('\n')}`;
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}
