import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { changesCaptions, searchedElement } from '../app/searched-element';
import { EditedGraph, stepArbitrary } from '../engine/testing/model';
import type { Op } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import type { SearchAnswer } from './search-answer';
import { SearchFeed } from './search-feed';
import type { RunningSearch } from './search-worker';
import { TextIndex } from './text-index';

/** A worker that answers in turn, as one in a thread of its own does. */
function spawnHere() {
  const index = new TextIndex();
  let die: (reason: string) => void = () => {};
  const died = new Promise<string>((resolve) => {
    die = resolve;
  });
  const updates: number[] = [];
  const running: RunningSearch = {
    calls: {
      update: async (update) => {
        updates.push(update.puts.length + update.gone.length);
        return index.update(update);
      },
      search: async (query) => index.search(query, 50),
    },
    died,
    kill: () => {},
  };
  return { running, die, updates };
}

function feedOf(edited: EditedGraph) {
  const workers: ReturnType<typeof spawnHere>[] = [];
  const feed = new SearchFeed({
    graph: () => edited.graph,
    read: searchedElement,
    changesCaptions,
    spawn: () => {
      const worker = spawnHere();
      workers.push(worker);
      return worker.running;
    },
  });
  const make = (...ops: Op[]) => {
    edited.submit(...ops);
    feed.changed(edited.takeChanges());
  };
  return { feed, workers, make };
}

const idsOf = ({ types }: SearchAnswer) => types.flatMap(({ listed }) => listed.map(({ id }) => id));
const [TOKYO, KYOTO] = [testNodeId(1), testNodeId(2)];
const position = { x: 0, y: 0 };
const CITIES: Op[] = [
  { op: 'create_label', label: 'City', properties: { name: 'STRING', native: 'STRING' } },
  { op: 'create_node', nodeId: TOKYO, label: 'City', position, properties: { name: 'Tokyo', native: '東京' } },
  { op: 'create_node', nodeId: KYOTO, label: 'City', position, properties: { name: 'Kyoto', native: '京都' } },
];

describe('the index', () => {
  test('is not built before a search is likely', async () => {
    const { feed, workers, make } = feedOf(new EditedGraph());
    make(...CITIES);
    expect(workers.length).toBe(0);
    feed.prepare();
    expect(workers.length).toBe(1);
    expect(idsOf(await feed.search('東京'))).toEqual([TOKYO]);
    expect(workers.length).toBe(1);
  });

  test('follows, tells of it, and hears of nothing that is not searched', async () => {
    const { feed, workers, make } = feedOf(new EditedGraph());
    make(...CITIES);
    expect(idsOf(await feed.search('edo'))).toEqual([]);
    const told = vi.fn();
    feed.onChange(told);
    make({ op: 'set_property', on: 'node', id: TOKYO, key: 'name', value: 'Edo' });
    await expect.poll(() => told.mock.calls.length).toBe(1);
    expect(idsOf(await feed.search('edo'))).toEqual([TOKYO]);
    make({ op: 'move_node', nodeId: TOKYO, position: { x: 5, y: 5 } });
    make({ op: 'delete_node', nodeId: TOKYO });
    await expect.poll(() => told.mock.calls.length).toBe(2);
    expect(idsOf(await feed.search('edo'))).toEqual([]);
    expect(workers[0]?.updates).toEqual([2, 1, 1]);
  });

  test('ranks by another caption once elements have it', async () => {
    const { feed, make } = feedOf(new EditedGraph());
    make(...CITIES);
    const because = async () => (await feed.search('東京')).types[0]?.listed[0]?.because;
    expect(await because()).toEqual(['native']);
    make({ op: 'set_style', on: 'node', of: 'City', style: { caption: 'native' } });
    await expect.poll(because).toEqual([]);
  });
});

describe('a worker that dies', () => {
  test('fails the search that waits, and the next has another one', async () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => silenced.mockRestore());
    const { feed, workers, make } = feedOf(new EditedGraph());
    make(...CITIES);
    const waiting = feed.search('東京');
    workers[0]?.die('out of memory');
    await expect(waiting).rejects.toThrow('out of memory');
    await expect.poll(async () => idsOf(await feed.search('東京'))).toEqual([TOKYO]);
    expect(workers.length).toBe(2);
  });

  test('or is ended with the graph fails it, too, and there is no other', async () => {
    const { feed, workers } = feedOf(new EditedGraph());
    const waiting = feed.search('x');
    feed.close();
    await expect(waiting).rejects.toThrow('not needed');
    await expect(feed.search('x')).rejects.toThrow('closed');
    expect(workers.length).toBe(1);
  });
});

/** What changes many elements at once. */
const schemaStep = fc.record({ what: fc.nat({ max: 4 }), pick: fc.nat(), other: fc.nat() });

function takeSchemaStep(
  edited: EditedGraph,
  { what, pick, other }: { what: number; pick: number; other: number },
): void {
  const labels = Array.from(edited.graph.entries('label'), ([, label]) => label);
  const label = labels[pick % labels.length];
  const properties = [...(label?.properties.values() ?? [])];
  const key = properties[other % properties.length]?.name;
  if (label === undefined) return;
  const of = label.name;
  if (what === 0) edited.submit({ op: 'rename_type', on: 'node', of, to: `${of} ${other % 100}` });
  if (what === 1) edited.submit({ op: 'delete_type', on: 'node', of });
  if (key === undefined) return;
  if (what === 2) edited.submit({ op: 'rename_property', on: 'node', of, key, to: `${key} ${other % 100}` });
  if (what === 3) edited.submit({ op: 'delete_property', on: 'node', of, key });
  if (what === 4) edited.submit({ op: 'set_style', on: 'node', of, style: { caption: key } });
}

test('after any changes the index answers like a new one', async () => {
  const step = fc.oneof({ weight: 6, arbitrary: stepArbitrary }, { weight: 1, arbitrary: schemaStep });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), fc.nat(), async (steps, at) => {
      const edited = new EditedGraph();
      const { feed } = feedOf(edited);
      feed.prepare();
      for (const [number, each] of steps.entries()) {
        if ('values' in each) edited.take(each);
        else takeSchemaStep(edited, each);
        feed.changed(edited.takeChanges());
        // Some of it while the index is being told of what was before.
        if ((number + at) % 7 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      const fresh = feedOf(edited);
      const texts = [...edited.graph.entries('node')].flatMap(([, { properties }]) => [...properties.values()]);
      for (const query of ['a', '日', '2020', '.', String(texts[at % texts.length]).slice(0, 5)]) {
        const byType = ({ types }: SearchAnswer) =>
          types.toSorted((a, b) => (a.kind + a.type < b.kind + b.type ? -1 : 1));
        const expected = byType(await fresh.feed.search(query));
        await expect.poll(async () => byType(await feed.search(query)), { interval: 1 }).toEqual(expected);
      }
      feed.close();
      fresh.feed.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
