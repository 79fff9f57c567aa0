/** The metrics as an operator reads them: `GET /metrics`, in the text format of Prometheus. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type ReadableMetrics, WATCHED } from './metrics';

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const MANY = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Methods that are told apart: a client may send any word as one. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

/** Metrics in a registry of their own: two servers in one process do not share them, and no timer keeps it up. */
export function prometheusMetrics(): ReadableMetrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `kumiko_${name}_total`, help, labelNames, registers });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[] = [],
  ) => new Histogram({ name: `kumiko_${name}`, help, buckets, labelNames, registers });

  const commitSeconds = histogram('commit_seconds', 'Time a transaction took to be stored', SECONDS);
  const commitPatches = histogram('commit_patches', 'Patches stored in one transaction', MANY);
  const patches = counter('patches', 'Patches by what they were answered', ['outcome', 'code']);
  const ackSeconds = histogram('push_to_ack_seconds', 'Time from a message with patches to the answers', SECONDS);
  const fanOutSeconds = histogram('fan_out_seconds', 'Time a room took to tell everyone what was decided', SECONDS);
  const fanOutReceivers = histogram('fan_out_receivers', 'Connections that were told at once', MANY);
  const presence = counter('presence_messages', 'Presence messages received');
  const presenceDropped = counter('presence_dropped', 'Presence that was not passed on', ['why']);
  const messagesDropped = counter(
    'messages_dropped',
    'Messages but patches dropped because their sender sent too many',
  );
  const slow = counter('slow_consumers', 'Clients that read too slowly', ['what']);
  const snapshots = counter('snapshots', 'Snapshots of graphs', ['outcome']);
  const divergences = counter('divergences', 'Clients whose graph was found to differ from the server’s');
  const rebuilds = counter('client_rebuilds', 'Databases that clients built anew, as far as they said so');
  const roomsFailed = counter('rooms_failed', 'Rooms that were thrown away and loaded anew');
  const roomsPurged = counter('rooms_purged', 'Deleted rooms that were removed for good');
  const joins = counter('joins', 'Clients let in, by what they have of the graph', ['how']);
  const joinsRefused = counter('joins_refused', 'Clients not let in', ['why']);
  const rateLimited = counter('rate_limited', 'What came too fast', ['what']);
  const requests = counter('http_requests', 'HTTP requests answered', ['method', 'route', 'status']);
  const requestSeconds = histogram('http_request_seconds', 'Time an HTTP request took', SECONDS, ['route']);

  return {
    committed(count, milliseconds) {
      commitPatches.observe(count);
      commitSeconds.observe(milliseconds / 1_000);
    },
    answered: (outcome, code, count) => patches.inc({ outcome, code }, count),
    acknowledged: (milliseconds) => ackSeconds.observe(milliseconds / 1_000),
    fannedOut(receivers, milliseconds) {
      fanOutReceivers.observe(receivers);
      fanOutSeconds.observe(milliseconds / 1_000);
    },
    presenceReceived: () => presence.inc(),
    presenceDropped: (why) => presenceDropped.inc({ why }),
    messageDropped: () => messagesDropped.inc(),
    slowConsumer: (what) => slow.inc({ what }),
    snapshot: (outcome) => snapshots.inc({ outcome }),
    diverged: () => divergences.inc(),
    rebuilt: (times) => rebuilds.inc(times),
    roomFailed: () => roomsFailed.inc(),
    purged: (rooms) => roomsPurged.inc(rooms),
    joined: (how) => joins.inc({ how }),
    joinRefused: (why) => joinsRefused.inc({ why }),
    rateLimited: (what) => rateLimited.inc({ what }),
    requested(method, route, status, milliseconds) {
      requests.inc({ method: METHODS.has(method) ? method : 'other', route, status });
      requestSeconds.observe({ route }, milliseconds / 1_000);
    },
    watch(name, read) {
      new Gauge({
        name: `kumiko_${name}`,
        help: WATCHED[name],
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
