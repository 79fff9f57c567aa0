import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSnapshot } from '../../shared/graph/snapshot';
import { type Ask, EditedGraph, expectSame, type Step, stepArbitrary } from '../testing/model';
import { KuzuGraph } from '../testing/node-kuzu';

function asking(database: InstanceType<typeof KuzuGraph>): Ask {
  return async (cypher, parameters = {}) => {
    const outcome = await database.query(cypher, parameters);
    if (outcome.status === 'refused') throw new Error(`${outcome.reason} (${cypher})`);
    return outcome.rows;
  };
}

describe('a graph in the database', () => {
  it('equals the plain graph after any load and any batches', async () => {
    const batches = fc.array(fc.array(stepArbitrary, { minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(batches, async ([first = [], ...rest]: Step[][]) => {
        const model = new EditedGraph();
        const database = new KuzuGraph();
        for (const step of first) model.take(step);
        model.takeChanges();
        await database.load(toSnapshot(model.graph));
        await expectSame(model.graph, model.gone, asking(database));
        for (const batch of rest) {
          for (const step of batch) model.take(step);
          const changes = model.takeChanges();
          expect((await database.apply(changes)).status).toBe('applied');
          await expectSame(model.graph, model.gone, asking(database));
        }
      }),
      { numRuns: Number(process.env['ENGINE_RUNS'] ?? 5), endOnFailure: true },
    );
  });
});
