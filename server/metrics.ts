/** What the server counts of its work, and how an operator reads it: `GET /metrics`, in the text format of Prometheus. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Told once for each commit where that is possible, so that a patch costs no more for being counted. */
export interface Metrics {
  /** A transaction of so many patches was stored in so many milliseconds. */
  committed(patches: number, milliseconds: number): void;
  /** So many patches were answered like this. `code` is empty but for what was refused. */
  answered(outcome: 'accepted' | 'duplicate' | 'refused' | 'retryable', code: string, patches: number): void;
  presenceReceived(): void;
  /** A presence message was dropped because its sender sent too many, or a slow receiver is sent none for now. */
  presenceDropped(why: 'rate' | 'slow'): void;
  /** A message that was no patch was dropped, because its sender sent too many. */
  messageDropped(): void;
  /** A client reads too slowly: it is sent no more patches for now, or it was cut off. */
  slowConsumer(what: 'behind' | 'closed'): void;
  snapshot(outcome: 'stored' | 'failed'): void;
  /** A client's graph was found to differ from the server's. */
  diverged(): void;
  roomFailed(): void;
}

/** The metrics of one server, and their text. */
export interface ReadableMetrics extends Metrics {
  /** Has a number read whenever the metrics are. */
  watch(name: 'connections' | 'rooms_loaded', read: () => number): void;
  readonly contentType: string;
  text(): Promise<string>;
}

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const PATCHES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

const WATCHED = {
  connections: 'Open WebSocket connections',
  rooms_loaded: 'Rooms in memory',
} as const;

/** Metrics in a registry of their own: two servers in one process do not share them, and no timer keeps it up. */
export function prometheusMetrics(): ReadableMetrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `kumiko_${name}_total`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `kumiko_${name}`, help, buckets, registers });

  const commitSeconds = histogram('commit_seconds', 'Time a transaction took to be stored', SECONDS);
  const commitPatches = histogram('commit_patches', 'Patches stored in one transaction', PATCHES);
  const patches = counter('patches', 'Patches by what they were answered', ['outcome', 'code']);
  const presence = counter('presence_messages', 'Presence messages received');
  const presenceDropped = counter('presence_dropped', 'Presence that was not passed on', ['why']);
  const messagesDropped = counter(
    'messages_dropped',
    'Messages but patches dropped because their sender sent too many',
  );
  const slow = counter('slow_consumers', 'Clients that read too slowly', ['what']);
  const snapshots = counter('snapshots', 'Snapshots of graphs', ['outcome']);
  const divergences = counter('divergences', 'Clients whose graph was found to differ from the server’s');
  const roomsFailed = counter('rooms_failed', 'Rooms that were thrown away and loaded anew');

  return {
    committed(count, milliseconds) {
      commitPatches.observe(count);
      commitSeconds.observe(milliseconds / 1_000);
    },
    answered: (outcome, code, count) => patches.inc({ outcome, code }, count),
    presenceReceived: () => presence.inc(),
    presenceDropped: (why) => presenceDropped.inc({ why }),
    messageDropped: () => messagesDropped.inc(),
    slowConsumer: (what) => slow.inc({ what }),
    snapshot: (outcome) => snapshots.inc({ outcome }),
    diverged: () => divergences.inc(),
    roomFailed: () => roomsFailed.inc(),
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
