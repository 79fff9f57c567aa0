/** Honest clients who write a steady amount: a client that is not answered waits, and so writes less. */
import { type Client, connectAll, disconnect, type Place, submit } from '../server-bench/clients';
import { countOf, TARGETS } from '../server-bench/targets';

/** Patches of one client that may be unacknowledged. */
const WINDOW = 100;
/** Milliseconds between two looks at what is to be written. */
const TICK = 5;
const TARGET = TARGETS.kumiko;

let addresses = 0;
/** People are at addresses of their own. */
const nextAddress = () => {
  addresses += 1;
  return `127.1.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
};

/** What was done since the last look. */
export interface Done {
  /** Patches that have reached all clients. */
  readonly delivered: number;
  /** How long patches took to be acknowledged, in milliseconds. */
  readonly latencies: number[];
}

export class Steady {
  readonly #clients: readonly Client[];
  readonly #timer: ReturnType<typeof setInterval>;
  /** Patches times the clients they have reached. */
  #deliveries = 0;
  #latencies: number[] = [];

  private constructor(clients: readonly Client[], perSecond: number) {
    this.#clients = clients;
    const begun = performance.now();
    const states = clients.map((client) => ({ client, sentAt: new Map<number, number>(), acked: client.seq, due: 0 }));
    for (const state of states) {
      state.client.socket.on('message', (data) => {
        const frame = data.toString();
        if (frame.includes('"type":"nack"') || frame.includes('"type":"error"')) throw new Error(frame);
        this.#deliveries += countOf(frame, '"seq":');
        const acks = TARGET.countOwn(frame, state.client.id);
        const now = performance.now();
        for (let n = 0; n < acks; n += 1) {
          state.acked += 1;
          this.#latencies.push(now - (state.sentAt.get(state.acked) ?? Number.NaN));
          state.sentAt.delete(state.acked);
        }
      });
      state.client.socket.on('close', (code) => {
        if (code !== 1006) throw new Error(`An honest client was closed with ${code}.`);
      });
    }
    let last = begun;
    this.#timer = setInterval(() => {
      const now = performance.now();
      const more = ((now - last) / 1_000) * perSecond;
      last = now;
      for (const state of states) {
        // What could not be written in its time is not made up for.
        state.due = Math.min(state.due + more, perSecond / 50 + 1);
        for (; state.due >= 1 && state.sentAt.size < WINDOW; state.due -= 1) {
          submit(TARGET, state.client);
          state.sentAt.set(state.client.seq, now);
        }
      }
    }, TICK);
  }

  /** @param perSecond patches of each client */
  static async join(place: Place, size: number, perSecond: number): Promise<Steady> {
    return new Steady(await connectAll(TARGET, place, size, () => nextAddress()), perSecond);
  }

  /** What was done since it was asked before. */
  take(): Done {
    const done = { delivered: this.#deliveries / this.#clients.length, latencies: this.#latencies };
    this.#deliveries = 0;
    this.#latencies = [];
    return done;
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await disconnect(this.#clients);
  }
}
