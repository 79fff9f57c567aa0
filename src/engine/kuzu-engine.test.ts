import { afterEach, describe, expect, it } from 'vitest';
import { toSnapshot } from '../shared/graph/snapshot';
import type { ApplyOutcome, EngineWorker, RunningWorker } from './engine-worker';
import { EngineUnavailableError, type GraphEngine, QueryError, QueryTimeoutError } from './graph-engine';
import { createKuzuEngine, type KuzuEngineOptions } from './kuzu-engine';
import { EditedGraph, expectSame } from './testing/model';
import { trap } from './testing/node-kuzu';
import { type FragileWorker, spawnHere, spawnThread } from './testing/node-workers';

let engine: GraphEngine | undefined;
afterEach(() => engine?.dispose());

/** An engine over `model`, with every worker it started and every reason it gave for starting afresh. */
function start(model: EditedGraph, spawn: () => FragileWorker = spawnHere, limits: KuzuEngineOptions['limits'] = {}) {
  const workers: FragileWorker[] = [];
  const rebuilds: string[] = [];
  const started = createKuzuEngine({
    spawn: () => {
      const worker = spawn();
      workers.push(worker);
      return worker;
    },
    currentGraph: () => toSnapshot(model.graph),
    onRebuild: (reason) => rebuilds.push(reason),
    limits: { retryMs: 1, ...limits },
  });
  engine = started;
  return {
    engine: started,
    workers,
    rebuilds,
    load: () => started.load(toSnapshot(model.graph)),
    apply: () => started.apply(model.takeChanges()),
    latest: () => {
      const worker = workers.at(-1);
      if (worker === undefined) throw new Error('no worker was started');
      return worker;
    },
  };
}

function people(count: number): EditedGraph {
  const model = new EditedGraph();
  model.submit({ op: 'create_label', label: 'Person', properties: { age: 'INT64' } });
  for (let i = 0; i < count; i++) addPerson(model);
  model.takeChanges();
  return model;
}

function addPerson(model: EditedGraph): string {
  const nodeId = model.id('n');
  model.submit({ op: 'create_node', nodeId, label: 'Person', position: { x: 1, y: 2.5 }, properties: {} });
  return nodeId;
}

const COUNT = 'MATCH (n:Person) RETURN count(*) AS n';
const LIMITS = { rows: 2, stopMs: 10_000, giveUpMs: 20_000 };

/** Wraps a worker's calls so that `act` runs before each. */
function acting(act: (call: keyof EngineWorker) => void | Promise<void>) {
  return (calls: EngineWorker): EngineWorker => ({
    load: async (snapshot) => {
      await act('load');
      return calls.load(snapshot);
    },
    apply: async (changes) => {
      await act('apply');
      return calls.apply(changes);
    },
    query: async (cypher, parameters) => {
      await act('query');
      return calls.query(cypher, parameters);
    },
    ask: async (cypher, parameters, limits) => {
      await act('ask');
      return calls.ask(cypher, parameters, limits);
    },
  });
}

describe('E3: the engine', () => {
  it('shows every change made before a query, and none made after', async () => {
    const model = people(2);
    const { load, apply, engine } = start(model);
    void load();
    const counts = [engine.query(COUNT)];
    for (let i = 0; i < 3; i++) {
      addPerson(model);
      void apply();
      counts.push(engine.query(COUNT));
    }
    expect((await Promise.all(counts)).flat()).toEqual([{ n: 2 }, { n: 3 }, { n: 4 }, { n: 5 }]);
  });

  it('makes one batch of the changes that wait for an earlier one', async () => {
    const model = people(1);
    let applies = 0;
    const count = acting((call) => {
      if (call === 'apply') applies++;
    });
    const { load, apply, engine } = start(model, () => spawnHere(count));
    await load();
    const done = Array.from({ length: 10 }, () => {
      addPerson(model);
      return apply();
    });
    await Promise.all(done);
    expect(applies).toBeLessThanOrEqual(2);
    expect(await engine.query(COUNT)).toEqual([{ n: 11 }]);
  });

  it('rejects a wrong query in words, and goes on with the same database', async () => {
    const { load, engine, workers } = start(people(1));
    await load();
    await expect(engine.query('MATCH (n:Nobody) RETURN n')).rejects.toThrow(QueryError);
    await expect(engine.query('MATCH (n:Nobody) RETURN n')).rejects.toThrow('Nobody does not exist');
    expect(await engine.query(COUNT)).toEqual([{ n: 1 }]);
    expect(workers).toHaveLength(1);
  });

  it('starts afresh when the database traps in the middle of a batch, and loses nothing', async () => {
    const model = people(3);
    let trap = true;
    const trapping = acting((call) => {
      if (call !== 'apply' || !trap) return;
      trap = false;
      throw new WebAssembly.RuntimeError('memory access out of bounds');
    });
    const { load, apply, engine, rebuilds } = start(model, () => spawnHere(trapping));
    await load();
    addPerson(model);
    const failing = apply();
    addPerson(model);
    await Promise.all([failing, apply()]);
    await expectSame(model.graph, [], (cypher, parameters) => engine.query(cypher, parameters));
    expect(rebuilds).toEqual(['memory access out of bounds']);
  });

  it('survives a query that traps the real database, and says so', async () => {
    const { load, engine, rebuilds } = start(people(3), () =>
      spawnHere((calls) => ({
        load: (snapshot) => calls.load(snapshot),
        apply: (changes) => calls.apply(changes),
        query: (cypher, parameters) => (cypher === 'trap' ? trap() : calls.query(cypher, parameters)),
        ask: (cypher, parameters, limits) => (cypher === 'trap' ? trap() : calls.ask(cypher, parameters, limits)),
      })),
    );
    await load();
    await expect(engine.query('trap')).rejects.toThrow(QueryError);
    await expect(engine.ask('trap', {}, LIMITS)).rejects.toThrow(QueryError);
    expect(await engine.query(COUNT)).toEqual([{ n: 3 }]);
    expect(rebuilds).toEqual(Array(4).fill('memory access out of bounds'));
  });

  it('replaces a worker that was killed, idle or busy, and answers the query in flight', async () => {
    const model = people(3);
    const { load, apply, engine, workers, latest } = start(model, spawnThread);
    await load();
    const inFlight = engine.query(COUNT);
    latest().die('killed');
    expect(await inFlight).toEqual([{ n: 3 }]);
    latest().die('killed');
    addPerson(model);
    await apply();
    expect(await engine.query(COUNT)).toEqual([{ n: 4 }]);
    expect(workers).toHaveLength(3);
  });

  it('stops a query that takes too long, and goes on', async () => {
    const { load, engine } = start(people(3), spawnThread, { queryMs: 1000 });
    await load();
    const endless = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a';
    await expect(engine.query(endless)).rejects.toThrow('took longer than 1 seconds');
    expect(await engine.query(COUNT)).toEqual([{ n: 3 }]);
  });

  it('brings the first rows of an answer, with the number of all', async () => {
    const { load, engine } = start(people(3));
    await load();
    const { columns, rows, rowCount } = await engine.ask('UNWIND range(1, $n) AS `1` RETURN `1`', { n: 5 }, LIMITS);
    expect({ columns, rows, rowCount }).toEqual({
      columns: [{ name: '1', type: 'INT64' }],
      rows: [[1], [2]],
      rowCount: 5,
    });
    const short = await engine.ask('MATCH (n:Person) RETURN n._y, n._x LIMIT 1', {}, LIMITS);
    expect(short).toMatchObject({ rows: [[2.5, 1]], rowCount: 1 });
  });

  it('stops a statement after the time it was given, in the same database, and gives the next its own time', async () => {
    const model = people(60);
    const { load, apply, engine, workers } = start(model);
    await load();
    const products =
      'MATCH (a:Person), (b:Person), (c:Person), (d:Person) RETURN a.id ORDER BY a._x + b._x + c._x + d._x';
    await expect(engine.ask(products, {}, { ...LIMITS, stopMs: 50 })).rejects.toThrow(QueryTimeoutError);
    addPerson(model);
    await apply();
    expect(await engine.query(COUNT)).toEqual([{ n: 61 }]);
    const slow = 'MATCH (a:Person), (b:Person), (c:Person) RETURN a.id ORDER BY a._x + b._x + c._x LIMIT 1';
    expect(await engine.query(slow)).toHaveLength(1);
    expect(workers).toHaveLength(1);
  });

  it('gives a database up that does not stop in time, and goes on with another', async () => {
    const { load, engine, workers } = start(people(3), spawnThread);
    await load();
    const endless = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a';
    const limits = { rows: 1, stopMs: 60_000, giveUpMs: 500 };
    await expect(engine.ask(endless, {}, limits)).rejects.toThrow(QueryTimeoutError);
    expect(await engine.query(COUNT)).toEqual([{ n: 3 }]);
    expect(workers).toHaveLength(2);
  });

  it('starts afresh when a label is taken back', async () => {
    const model = people(2);
    const { load, engine, rebuilds } = start(model);
    await load();
    const before = { name: 'Gone', properties: new Map(), style: {} };
    const changes = model.takeChanges();
    await engine.apply({ ...changes, label: new Map([['gone', { before, after: undefined }]]) });
    expect(rebuilds).toEqual(['a label, edge type or property was taken back']);
    expect(await engine.query(COUNT)).toEqual([{ n: 2 }]);
  });

  it('gives way to a fresh database once it is too big, serving all the while', async () => {
    const model = people(1);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const huge = (calls: EngineWorker, first: boolean): EngineWorker => ({
      load: async (snapshot) => {
        await (first ? undefined : released);
        return calls.load(snapshot);
      },
      query: (cypher, parameters) => calls.query(cypher, parameters),
      ask: (cypher, parameters, limits) => calls.ask(cypher, parameters, limits),
      apply: async (changes): Promise<ApplyOutcome> => {
        const outcome = await calls.apply(changes);
        return outcome.status === 'applied' && first ? { status: 'applied', heapBytes: 2 ** 40 } : outcome;
      },
    });
    let spawned = 0;
    const { load, apply, engine, workers, rebuilds } = start(model, () => {
      const first = spawned++ === 0;
      return spawnHere((calls) => huge(calls, first));
    });
    await load();
    for (let i = 0; i < 4; i++) {
      addPerson(model);
      await apply();
      expect(await engine.query(COUNT)).toEqual([{ n: i + 2 }]);
    }
    expect(workers).toHaveLength(2);
    release();
    // Whenever the successor takes over, no query may see less or more than what was applied.
    for (let i = 4; i < 20; i++) {
      addPerson(model);
      await apply();
      expect(await engine.query(COUNT)).toEqual([{ n: i + 2 }]);
    }
    await expectSame(model.graph, [], (cypher, parameters) => engine.query(cypher, parameters));
    expect(rebuilds).toEqual(['it had grown too big']);
  });

  it('lets queries wait while the database is rebuilt', async () => {
    const model = people(2);
    const { load, apply, engine, latest } = start(model);
    await load();
    latest().die('out of memory');
    addPerson(model);
    const applied = apply();
    const counts = await Promise.all([engine.query(COUNT), engine.query(COUNT)]);
    await applied;
    expect(counts).toEqual([[{ n: 3 }], [{ n: 3 }]]);
  });

  it('gives up in words after three failed starts, and rejects what waits and what comes', async () => {
    const model = people(1);
    const broken = acting((call) => {
      if (call === 'load') throw new Error('no memory');
    });
    const { load, engine, workers } = start(model, () => spawnHere(broken));
    const loaded = load();
    const waiting = engine.query(COUNT);
    await expect(loaded).rejects.toThrow(EngineUnavailableError);
    await expect(waiting).rejects.toThrow('could not be started (no memory)');
    await expect(engine.query(COUNT)).rejects.toThrow('reload the page');
    expect(workers).toHaveLength(4);
  });

  it('says at once where it cannot work at all', () => {
    const spawn = (): RunningWorker => {
      throw new EngineUnavailableError('This browser cannot run the graph database.');
    };
    expect(() => createKuzuEngine({ spawn, currentGraph: () => toSnapshot(people(0).graph) })).toThrow(
      'This browser cannot run',
    );
  });

  it('rejects every call after it was disposed of, and those that wait', async () => {
    const { load, engine } = start(people(1));
    await load();
    const waiting = engine.query(COUNT);
    engine.dispose();
    await expect(waiting).rejects.toThrow(EngineUnavailableError);
    await expect(engine.query(COUNT)).rejects.toThrow(EngineUnavailableError);
  });
});
