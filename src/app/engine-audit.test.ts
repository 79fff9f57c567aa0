// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';
import { EngineUnavailableError, type GraphEngine, type Row } from '../engine/graph-engine';
import { applyPatch } from '../shared/graph/apply-patch';
import { Graph } from '../shared/graph/graph';
import { ManualClock } from '../shared/testing/manual-clock';
import { watchEngine } from './engine-audit';

/** Stands in for the database: notes when it was asked, and answers when and what the test says. */
class AskedEngine implements GraphEngine {
  readonly askedAt: number[] = [];
  /** Waits to be called with what is in the database, or why there is no answer. */
  answer: (count: number | Error) => void = () => {};

  constructor(private readonly clock: ManualClock) {}

  query(): Promise<Row[]> {
    this.askedAt.push(this.clock.now());
    return new Promise((resolve, reject) => {
      this.answer = (count) => (count instanceof Error ? reject(count) : resolve([{ count }]));
    });
  }

  ask = () => Promise.reject(new Error('Nobody asks here.'));
  load = () => Promise.resolve();
  apply = () => Promise.resolve();
  dispose = () => {};
}

/** An engine that is watched, of a graph in which there is one thing to ask for: how many of the only label there are. */
function scene() {
  const clock = new ManualClock();
  const engine = new AskedEngine(clock);
  const graph = new Graph();
  applyPatch(graph, [{ op: 'create_label', label: 'Person', properties: {} }]);
  const differences: string[] = [];
  const audit = watchEngine({
    clock,
    engine,
    graph: () => graph,
    onDifference: (found) => differences.push(...found),
  });
  onTestFinished(() => audit.stop());
  /** Lets time pass, and then the browser be idle. */
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await idle();
  };
  const answer = async (count: number | Error) => {
    engine.answer(count);
    await idle();
  };
  return { clock, engine, audit, differences, pass, answer };
}

/** Everything that the browser was to do when it is idle was asked for before this. */
const idle = () => new Promise<void>((resolve) => setTimeout(resolve));

test('E5: every minute in which something changed', async () => {
  const { engine, audit, differences, pass, answer } = scene();
  await pass(60_000);
  expect(engine.askedAt).toEqual([]);
  audit.changed();
  await pass(59_999);
  expect(engine.askedAt).toEqual([]);
  await pass(1);
  expect(engine.askedAt).toEqual([120_000]);
  await answer(0);
  await pass(60_000);
  expect(engine.askedAt).toEqual([120_000]);
  audit.changed();
  await pass(60_000);
  expect(engine.askedAt).toEqual([120_000, 240_000]);
  expect(differences).toEqual([]);
});

test('E5: soon after the database was built anew, once, and then every minute again', async () => {
  const { engine, audit, pass, answer } = scene();
  await pass(10_000);
  audit.rebuilt();
  await pass(1_000);
  audit.rebuilt();
  await pass(3_000);
  expect(engine.askedAt).toEqual([14_000]);
  await answer(0);
  audit.changed();
  await pass(60_000);
  expect(engine.askedAt).toEqual([14_000, 74_000]);
});

test('E5: soon after it was built anew because of the audit itself', async () => {
  const { engine, audit, pass, answer } = scene();
  audit.changed();
  await pass(60_000);
  audit.rebuilt();
  await answer(0);
  await pass(3_000);
  expect(engine.askedAt).toEqual([60_000, 63_000]);
});

test('E5: what differs is told, and the next audit comes all the same', async () => {
  const { engine, audit, differences, pass, answer } = scene();
  audit.changed();
  await pass(60_000);
  await answer(3);
  expect(differences).toEqual(['Person: 3 in the database, 0 in the graph']);
  audit.changed();
  await pass(60_000);
  expect(engine.askedAt).toHaveLength(2);
});

test('an engine that cannot answer is no difference, and is asked again', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  onTestFinished(() => info.mockRestore());
  const { engine, audit, differences, pass, answer } = scene();
  audit.changed();
  await pass(60_000);
  await answer(new EngineUnavailableError('It is gone.'));
  expect(differences).toEqual([]);
  expect(info).toHaveBeenCalledTimes(1);
  audit.changed();
  await pass(60_000);
  expect(engine.askedAt).toHaveLength(2);
});

test('nothing is asked, and nothing told, once it was stopped', async () => {
  const { clock, engine, audit, differences, pass, answer } = scene();
  audit.changed();
  await pass(60_000);
  audit.stop();
  await answer(3);
  audit.rebuilt();
  await pass(120_000);
  expect(differences).toEqual([]);
  expect(engine.askedAt).toHaveLength(1);
  expect(clock.waiting).toBe(0);
});

test('one that was stopped while it waited for the browser to be idle asks nothing', async () => {
  const { clock, engine, audit, pass } = scene();
  audit.changed();
  clock.advance(60_000);
  audit.stop();
  await pass(0);
  expect(engine.askedAt).toEqual([]);
});
