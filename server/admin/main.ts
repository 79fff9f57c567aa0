/** Starts the admin command: `npm run admin -- <command>`. */
import { runAdmin } from './run';

runAdmin(process.argv.slice(2), process.env, { print: console.log, complain: console.error }).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
