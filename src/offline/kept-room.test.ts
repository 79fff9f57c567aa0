/**
 * The copy against a list of states: random edits, decisions, resets, full disks and deaths of the tab at any moment.
 * What the next tab reads back is what was true at the end of some turn, and not before the last one known to be written.
 */
import { setImmediate as nextTask } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../shared/assert';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { ModelServer, ModelSession, type State, stateOf, stateText } from './testing/model-room';
import { TestBrowser } from './testing/test-browser';

const LIMITS = { tailLimits: { patches: 3, units: 400 } };

/** What happens in a turn. */
type Command =
  | { readonly type: 'edit' | 'rename' | 'reset' | 'remade' }
  | { readonly type: 'others'; readonly count: number }
  | { readonly type: 'decide'; readonly which: number; readonly accepted: boolean }
  | { readonly type: 'room'; readonly full: boolean };
/** What ends it. */
type End =
  | { readonly type: 'idle' | 'crash' }
  | { readonly type: 'pass'; readonly tasks: number; readonly milliseconds: number };

const is = <const T extends string>(type: T) => ({ type: fc.constant(type) });
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record(is('edit')) },
  { weight: 5, arbitrary: fc.record({ ...is('decide'), which: fc.nat(3), accepted: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ ...is('others'), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.oneof(fc.record(is('rename')), fc.record(is('reset')), fc.record(is('remade'))) },
  { weight: 1, arbitrary: fc.record({ ...is('room'), full: fc.boolean() }) },
);
const time = { tasks: fc.nat(12), milliseconds: fc.constantFrom(0, 0, 6_000) };
const end = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ...is('pass'), ...time }) },
  { weight: 2, arbitrary: fc.record(is('crash')) },
  { weight: 1, arbitrary: fc.record(is('idle')) },
);
const turn: fc.Arbitrary<{ commands: Command[]; end: End }> = fc.record({
  commands: fc.array(command, { maxLength: 4 }),
  end,
});

class Run {
  readonly #browser = new TestBrowser();
  readonly #server = new ModelServer();
  #tab = this.#browser.tab();
  #clients = 1;
  #session: ModelSession | undefined;
  /** The state after each turn, from the last one that is known to be written. */
  #states: State[] = [{ epoch: undefined, version: 0, queues: [] }];

  async open(): Promise<void> {
    await this.#tab.open('room', LIMITS);
    const found = stateOf(this.#server, this.#tab.kept);
    expect(this.#states.map(stateText)).toContain(stateText(found));
    this.#states = [found];
    this.#session = new ModelSession(this.#server, this.#tab, testClientId(this.#clients++), found);
    this.#session.join();
    await this.#endTurn();
  }

  /** Does it at once, in the turn that goes on until the next command that takes time. */
  do(given: Command): void {
    const session = must(this.#session, 'an open room');
    switch (given.type) {
      case 'edit':
        session.edit();
        break;
      case 'decide':
        session.decide(given.which, given.accepted);
        break;
      case 'others':
        for (let n = 0; n < given.count; n++) this.#server.accept(testClientId(0), this.#server.log.length + 1);
        session.join();
        break;
      case 'rename':
        session.renew(testClientId(this.#clients++));
        break;
      case 'reset':
        this.#tab.copy.replaced(this.#server.graphAt(this.#server.epoch, this.#server.log.length));
        break;
      case 'remade':
        this.#server.startAnew();
        session.join();
        break;
      case 'room':
        this.#tab.factory.full = given.full;
    }
  }

  async pass(tasks: number, milliseconds: number): Promise<void> {
    await this.#endTurn();
    this.#tab.clock.advance(milliseconds);
    for (let n = 0; n < tasks; n++) await nextTask();
  }

  async crash(): Promise<void> {
    this.#noteState();
    this.#tab.crash();
    this.#tab = this.#browser.tab();
    await this.open();
  }

  /** Everything that happened is written, but where the browser had no room for it. */
  async idle(): Promise<void> {
    await this.#endTurn();
    await this.#tab.copy.idle();
    if (this.#tab.keeping.at(-1) !== false) this.#states = this.#states.slice(-1);
  }

  async #endTurn(): Promise<void> {
    this.#noteState();
    await Promise.resolve();
  }

  #noteState(): void {
    this.#states.push(must(this.#session, 'an open room').state);
  }
}

test('what is read back is what was true at the end of some turn, the last one after idle()', async () => {
  const property = fc.asyncProperty(fc.array(turn, { minLength: 3, maxLength: 20 }), async (turns) => {
    const run = new Run();
    await run.open();
    for (const { commands, end } of turns) {
      for (const each of commands) run.do(each);
      if (end.type === 'pass') await run.pass(end.tasks, end.milliseconds);
      if (end.type === 'idle') await run.idle();
      if (end.type === 'crash') await run.crash();
    }
    await run.idle();
    await run.crash();
  });
  await fc.assert(property, { numRuns: 120 });
});
