/**
 * A well-behaved member of a room: keeps its own copy of the graph by what it is told, and finds out whether the server
 * still serves it and still holds the same graph.
 */
import type { WebSocket } from 'ws';
import { assert, must } from '../../src/shared/assert';
import { applyPatch } from '../../src/shared/graph/apply-patch';
import { digestDifference, GraphDigest } from '../../src/shared/graph/digest';
import { Graph } from '../../src/shared/graph/graph';
import type { Op } from '../../src/shared/graph/ops';
import type { ServerMessage } from '../../src/shared/protocol/server-messages';
import { setTitle } from './ops';
import { RawClient } from './raw-client';

export class Witness {
  readonly graph = new Graph();
  /** Of its graph: what the server last told it. */
  version = 0;
  readonly #client: RawClient;
  readonly #digest = new GraphDigest(this.graph);
  #seq = 0;

  constructor(socket: WebSocket) {
    this.#client = new RawClient(socket);
  }

  /** Joins a room whose log is sent from its beginning. */
  async join(clientId: string): Promise<this> {
    await this.#client.open();
    const heard = await this.#client.hello(clientId);
    const welcome = heard.at(-1);
    assert(welcome?.type === 'welcome' && welcome.snapshot?.version === 0, `no welcome: ${JSON.stringify(heard)}`);
    return this;
  }

  leave(): Promise<void> {
    return this.#client.leave();
  }

  /** Makes a patch; it must be taken as it is, and be the next version. */
  async edit(ops: readonly Op[]): Promise<void> {
    this.#seq += 1;
    this.#client.say(JSON.stringify({ type: 'patch', patches: [{ seq: this.#seq, ops }] }));
    const heard = await this.#client.hear(({ type }) => type === 'ack' || type === 'nack');
    const answer = must(heard.at(-1), 'an answer to the witness');
    this.#takeIn(heard.slice(0, -1));
    const isTaken = answer.type === 'ack' && answer.seq === this.#seq && answer.skipped.length === 0;
    assert(isTaken, `the witness is not served: ${JSON.stringify(answer)}`);
    this.#apply(ops, answer.serverVersion);
  }

  /** Has the server say the room's version, and compares graphs. */
  async look(): Promise<number> {
    this.#client.say('{"type":"check"}');
    const heard = await this.#client.hear(({ type }) => type === 'check');
    const check = heard.at(-1);
    assert(check?.type === 'check', `the witness is not served, closed with ${this.#client.closedWith}`);
    this.#takeIn(heard.slice(0, -1));
    assert(check.version === this.version, `the server is at ${check.version} and told of ${this.version}`);
    const difference = digestDifference(this.#digest.read(), check.digest);
    assert(difference.length === 0, `the server holds another graph: ${difference.join('; ')}`);
    return check.version;
  }

  /** Edits and looks: the server makes a digest for each version once, so a graph that changed in silence shows now. */
  async probe(): Promise<number> {
    await this.edit([setTitle(`Seen at ${this.version}`)]);
    return this.look();
  }

  #takeIn(messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (message.type === 'presence') continue;
      assert(message.type === 'patch_broadcast', `the witness is told ${JSON.stringify(message)}`);
      for (const { ops, serverVersion } of message.patches) this.#apply(ops, serverVersion);
    }
  }

  #apply(ops: readonly Op[], serverVersion: number): void {
    assert(serverVersion === this.version + 1, `version ${serverVersion} follows ${this.version}`);
    const outcome = applyPatch(this.graph, ops);
    assert(outcome.status === 'applied', `version ${serverVersion} does not fit`);
    this.#digest.touch(outcome.journal);
    this.version = serverVersion;
  }
}
