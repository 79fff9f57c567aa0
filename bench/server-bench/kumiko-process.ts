/** The server under test, in a process of its own, as it runs for people: WAL, synchronous=FULL, a file on a real disk. */
import { startServer } from '../../server/app';
import { must } from '../../src/shared/assert';
import { serveMeasured } from './measured';

const dataDir = must(process.argv[2], 'the data directory');
const none = `${dataDir}/none`;
/** More patches than ten clients can send: what is measured is the server's work, not its limits. */
const unlimited = { patchRate: 1_000_000, patchBurst: 1_000_000 };
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  clientDir: none,
  samplesDir: none,
  ...unlimited,
});
serveMeasured(() => server.close());
process.send?.({ url: server.url });
