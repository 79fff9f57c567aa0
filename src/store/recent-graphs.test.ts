import { describe, expect, test } from 'vitest';
import { forgetGraph, recentGraphs, rememberGraph } from './recent-graphs';

/** A storage in memory, which begins with the given list, as text. */
function storage(list?: string): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>(list === undefined ? [] : [['kumiko.recent-graphs', list]]);
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

const graph = (room: string, openedAt = 1) => ({ room, title: `Graph ${room}`, openedAt });
const rooms = (kept: Pick<Storage, 'getItem'>) => recentGraphs(kept).map(({ room }) => room);

test('a new browser has none', () => {
  expect(recentGraphs(storage())).toEqual([]);
});

test('the graph opened last comes first, each once, with its latest title', () => {
  const kept = storage();
  for (const room of ['a', 'b', 'a']) rememberGraph(kept, graph(room));
  rememberGraph(kept, { room: 'b', title: 'Renamed', openedAt: 9 });
  expect(recentGraphs(kept)).toEqual([{ room: 'b', title: 'Renamed', openedAt: 9 }, graph('a')]);
});

test('only the latest twelve are kept', () => {
  const kept = storage();
  for (let n = 1; n <= 15; n++) rememberGraph(kept, graph(`r${n}`));
  expect(rooms(kept)).toHaveLength(12);
  expect(rooms(kept)[0]).toBe('r15');
  expect(rooms(kept).at(-1)).toBe('r4');
});

test('a graph can be taken off the list', () => {
  const kept = storage();
  for (const room of ['a', 'b']) rememberGraph(kept, graph(room));
  forgetGraph(kept, 'b');
  expect(rooms(kept)).toEqual(['a']);
});

describe('a list that is broken is an empty one, and the next graph makes it whole', () => {
  test.each([
    ['not JSON', '[{"room":'],
    ['not a list', '{"room":"a"}'],
    ['null', 'null'],
    ['entries of another kind', '[{"room":1,"title":"A","openedAt":1}]'],
    ['entries that lack something', '[{"room":"a"}]'],
    ['a moment that is none', '[{"room":"a","title":"A","openedAt":1e300}]'],
  ])('%s', (_, text) => {
    const kept = storage(text);
    expect(recentGraphs(kept)).toEqual([]);
    rememberGraph(kept, graph('new'));
    expect(rooms(kept)).toEqual(['new']);
  });
});
