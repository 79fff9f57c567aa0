import { afterEach, describe, expect, test } from 'vitest';
import type { GraphEngine } from '../engine/graph-engine';
import { createKuzuEngine } from '../engine/kuzu-engine';
import { EditedGraph } from '../engine/testing/model';
import { spawnThread } from '../engine/testing/node-workers';
import { toSnapshot } from '../shared/graph/snapshot';
import { patientAsking } from './patient-asking';

const engines: GraphEngine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

/** So long that a machine at work elsewhere answers a small question in time. */
const PATIENT = { stopMs: 10_000, giveUpMs: 20_000 };
/** So short that no machine answers a long one in time. */
const HASTY = { stopMs: 20, giveUpMs: 50 };

/** A graph of three, its live engine, and the questions that are asked of it. */
async function scene(quick = PATIENT) {
  const model = new EditedGraph();
  model.submit({ op: 'create_label', label: 'Person', properties: {} });
  for (const nodeId of ['n_1', 'n_2', 'n_3']) {
    model.submit({ op: 'create_node', nodeId, label: 'Person', position: { x: 1, y: 2 }, properties: {} });
  }
  const currentGraph = () => toSnapshot(model.graph);
  const start = () => {
    const engine = createKuzuEngine({ spawn: spawnThread, currentGraph });
    engines.push(engine);
    return engine;
  };
  const live = start();
  await live.load(currentGraph());
  const asking = patientAsking({
    engine: live,
    openCopy: start,
    currentGraph,
    quick,
  });
  let copies = 0;
  const stop = new AbortController();
  const onCopy = () => {
    copies += 1;
  };
  const ask = (cypher: string, limitMs = 60_000) =>
    asking.ask({ cypher, parameters: {} }, { limitMs, signal: stop.signal, onCopy });
  return { ask, stop, live, copies: () => copies };
}

/** Takes its time, and looks at no clock. */
const SLOW = 'UNWIND range(1, 3000) AS a UNWIND range(1, 1500) AS b WITH a, b WHERE a * b < 0 RETURN a';
const ENDLESS = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a';
const COUNT = 'MATCH (n:Person) RETURN count(*) AS n';

describe('what a person asks', () => {
  test('is answered by the live database when it can be at once', async () => {
    const { ask, copies } = await scene();
    expect(await ask(COUNT)).toMatchObject({ answer: { rows: [[3]], rowCount: 1 }, ofCopy: false });
    expect(copies()).toBe(0);
  });

  test('and takes longer is answered by a copy, while the live one answers others', async () => {
    const { ask, live, copies } = await scene(HASTY);
    const slow = ask(SLOW);
    await expect.poll(copies, { timeout: 50_000 }).toBe(1);
    expect(await live.query(COUNT)).toEqual([{ n: 3 }]);
    expect(await slow).toMatchObject({ answer: { rows: [] }, ofCopy: true });
  }, 120_000);

  test('and takes longer than it may is stopped; so is what the person stops', async () => {
    const { ask, stop, live, copies } = await scene(HASTY);
    await expect(ask(ENDLESS, 500)).rejects.toThrow('took too long');
    const stopped = ask(ENDLESS);
    await expect.poll(copies, { timeout: 50_000 }).toBe(2);
    stop.abort();
    await expect(stopped).rejects.toThrow();
    expect(await live.query(COUNT)).toEqual([{ n: 3 }]);
  }, 120_000);

  test('and is wrong fails at once', async () => {
    const { ask, copies } = await scene();
    await expect(ask('RETURN x')).rejects.toThrow('Variable x is not in scope');
    expect(copies()).toBe(0);
  });
});
