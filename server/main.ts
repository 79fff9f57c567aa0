/** Starts the server. The only file that reads the environment. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startServer } from './app';
import { parseConfig } from './config/config';
import { asksForHelp, helpText } from './config/help';
import { createLog } from './log';
import { StartupError } from './startup-error';

/** The project's own directory, found from this file: as source it is in server/, built it is in dist/server/. */
function projectDir(from: string): string {
  const parent = dirname(from);
  return existsSync(join(from, 'package.json')) || parent === from ? from : projectDir(parent);
}

async function main(): Promise<void> {
  if (asksForHelp(process.argv.slice(2))) {
    process.stdout.write(helpText());
    return;
  }
  const project = projectDir(import.meta.dirname);
  const config = parseConfig(process.env);
  const log = createLog({ level: config.logLevel, format: process.stdout.isTTY ? 'text' : 'json' });
  const server = await startServer({
    ...config,
    log,
    clientDir: join(project, 'dist/client'),
    samplesDir: join(project, 'server/samples/data'),
  });
  log.info(`Kumiko is at ${server.url}`);

  const stop = () => {
    // A second signal ends the process at once, as if nothing were listening for it.
    for (const signal of SIGNALS) process.off(signal, stop);
    server.close().then(() => process.exit(0), fail);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function fail(error: unknown): void {
  console.error(error instanceof StartupError ? `Kumiko cannot start. ${error.message}` : error);
  process.exit(1);
}

main().catch(fail);
