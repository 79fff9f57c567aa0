/**
 * The server under test, in a process of its own, as it runs for people: WAL, synchronous=FULL, a file on a real disk.
 * Command line: the data directory, and `default limits` for the limits of a server without configuration.
 */
import { startServer } from '../../server/app';
import { DEFAULT_CONFIG } from '../../server/config/config';
import { silentLog } from '../../server/log';
import { must } from '../../src/shared/assert';
import { BENCH_LIMITS } from '../bench-limits';
import { serveMeasured } from './measured';

const [dataDirArgument, limits] = process.argv.slice(2);
const dataDir = must(dataDirArgument, 'the data directory');
const none = `${dataDir}/none`;
const server = await startServer({
  ...DEFAULT_CONFIG,
  limits: limits === 'default limits' ? DEFAULT_CONFIG.limits : BENCH_LIMITS,
  log: silentLog,
  port: 0,
  dataDir,
  clientDir: none,
  samplesDir: none,
});
serveMeasured(() => server.close());
process.send?.({ url: server.url });
