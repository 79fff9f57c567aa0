// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { useMemo } from 'react';
import { describe, expect, test } from 'vitest';
import { viewCommands } from '../../commands/view-commands';
import { LISTED, type SearchedElement, type Searching } from '../../search/search-answer';
import { TextIndex } from '../../search/text-index';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { captionKey } from '../../store/caption';
import { useEditor } from '../../store/editor-context';
import type { EditorStore } from '../../store/editor-store';
import type { RowProperties } from '../../store/rows';
import { EVERYTHING_SHOWN, isFiltering, isNodeShown, withLabel } from '../../store/view-filter';
import { CommandsAround } from '../testing/commands-around';
import { ANN, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { FindPanel } from './FindPanel';

const TOKYO = testNodeId(10);
const ANN_LIVES_IN_TOKYO = testEdgeId(10);
const GRAPH: readonly Op[] = [
  ...FAMILY,
  { op: 'add_property', on: 'node', of: 'City', key: 'native', type: 'STRING' },
  { op: 'add_property', on: 'edge', of: 'LIVES IN', key: 'note', type: 'STRING' },
  {
    op: 'create_node',
    nodeId: TOKYO,
    label: 'City',
    position: { x: 0, y: 0 },
    properties: { name: 'Tokyo', native: '東京' },
  },
  {
    op: 'create_edge',
    edgeId: ANN_LIVES_IN_TOKYO,
    type: 'LIVES IN',
    source: ANN,
    target: TOKYO,
    properties: { note: 'an attic' },
  },
];

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Find nodes and edges' });
const options = () => screen.getAllByRole('option');
const words = () => options().map((option) => option.textContent);
/** The option that screen readers are told of. */
const active = () => {
  const id = field().getAttribute('aria-activedescendant');
  const [selected, ...more] = options().filter((option) => option.getAttribute('aria-selected') === 'true');
  expect(more).toEqual([]);
  expect(selected?.id).toBe(id);
  return selected?.textContent;
};

const textsOf = (properties: RowProperties): SearchedElement['texts'] =>
  Object.entries(properties).map(([name, value]) => [name, String(value)]);

/** Searches what is on screen, here and now, with the index that the page has in a worker. */
function searchingIn(store: EditorStore): Searching {
  const search = async (query: string) => {
    const { nodes, edges, labels, edgeTypes } = store.getState();
    const puts = [
      ...Array.from(nodes.values(), ({ id, label: type, properties }): SearchedElement => {
        const caption = captionKey(labels.get(foldName(type)));
        return { id, kind: 'node', type, caption, texts: textsOf(properties) };
      }),
      ...Array.from(edges.values(), ({ id, type, properties }): SearchedElement => {
        const caption = captionKey(edgeTypes.get(foldName(type)));
        return { id, kind: 'edge', type, caption, texts: textsOf(properties) };
      }),
    ];
    const index = new TextIndex();
    index.update({ puts, gone: [] });
    return index.search(query, LISTED);
  };
  const onChange = (listener: () => void) =>
    store.subscribe(({ rowsRevision }, before) => {
      if (rowsRevision !== before.rowsRevision) listener();
    });
  return { prepare: () => {}, search, onChange };
}

const BROKEN: Searching = {
  prepare: () => {},
  search: () => Promise.reject(new Error('broken')),
  onChange: () => () => {},
};

function Panel({ broken }: { broken: boolean }) {
  const { store } = useEditor();
  const searching = useMemo(() => (broken ? BROKEN : searchingIn(store)), [broken, store]);
  return <FindPanel searching={searching} />;
}

function panel(graph: readonly Op[] = GRAPH, broken = false) {
  const asked: string[] = [];
  const rendered = renderEditor(
    <>
      <button type="button">elsewhere</button>
      <CommandsAround all={viewCommands} asked={asked}>
        <Panel broken={broken} />
      </CommandsAround>
    </>,
    graph,
  );
  screen.getByRole('button', { name: 'elsewhere' }).focus();
  rendered.set({ panel: 'find' });
  const type = async (text: string) => {
    await rendered.user.clear(field());
    await rendered.user.type(field(), text);
    await screen.findByText(/result/u);
    await expect.poll(() => screen.queryByText('Searching …')).toBeNull();
    await expect.poll(() => screen.queryByRole('listbox')?.getAttribute('aria-busy')).not.toBe('true');
  };
  return { ...rendered, asked, type, selected: () => rendered.store.getState().selectedNodes };
}

describe('finding', () => {
  test('lists what has the words, by label and edge type with their counts, and says how many', async () => {
    const { type } = panel();
    expect(field().getAttribute('aria-expanded')).toBe('false');
    await type('an');
    expect(screen.getByRole('status').textContent).toBe('2 results');
    const [people, homes] = within(screen.getByRole('listbox', { name: 'Results' })).getAllByRole('group');
    expect(within(people ?? document.body).getAllByRole('option').length).toBe(1);
    expect(people?.textContent).toContain('Person 1');
    expect(homes?.textContent).toContain('LIVES IN 1');
    expect(words()).toEqual(['Ann', 'an attic']);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(field().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  });

  test('says which property has it, where the name has not; Japanese is found like anything else', async () => {
    const { type } = panel();
    await type('東京');
    expect(words()).toEqual(['Tokyonative: 東京']);
    await type('1999');
    expect(words()).toEqual(['Ann → Bosince: 1,999']);
  });

  test('teaches before anything is typed, and says what to do when nothing is found', async () => {
    const { user } = panel();
    expect(screen.getByRole('status').textContent).toMatch(/^Type a name/u);
    await user.type(field(), 'ann zzz');
    expect(await screen.findByText(/Nothing has “ann zzz” in it/u)).toBeDefined();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('in an empty graph there is nothing to find', () => {
    panel([]);
    expect(screen.getByRole('status').textContent).toMatch(/^There is nothing in this graph yet/u);
  });

  test('follows the graph', async () => {
    const { type, show } = panel();
    await type('bo');
    expect(words()).toEqual(['Bo']);
    show({ op: 'set_property', on: 'node', id: ANN, key: 'name', value: 'Bonnie' });
    await expect.poll(words).toEqual(['Bo', 'Bonnie']);
  });
});

describe('what was found is marked', () => {
  const marks = () => options().map((option) => [...option.querySelectorAll('mark')].map((mark) => mark.textContent));

  test('in the name, in the property that has it, and in a long text with what is around it', async () => {
    const { type, show } = panel();
    await type('京');
    expect(marks()).toEqual([['京']]);
    await type('1999');
    expect(marks()).toEqual([['1,999']]);
    show({ op: 'set_property', on: 'node', id: TOKYO, key: 'native', value: `${'long '.repeat(200)}Shinjuku` });
    await type('tok shinj');
    expect(words()).toEqual([expect.stringMatching(/^Tokyonative: …(long )+Shinjuku$/u)]);
    expect(marks()).toEqual([['Tok', 'Shinj']]);
  });

  test('and what is only like it says so', async () => {
    const { type, show } = panel();
    await type('tokio');
    expect(screen.getByRole('status').textContent).toBe('Nothing has “tokio” in it, but 1 result is like it');
    expect(screen.getByRole('group').textContent).toBe('City 1Tokyo');
    expect(marks()).toEqual([['Tokyo']]);
    show({ op: 'set_property', on: 'node', id: BO, key: 'name', value: 'Tokio' });
    await expect.poll(() => screen.getByRole('status').textContent).toBe('2 results');
    expect(screen.getAllByRole('group').map((group) => group.textContent)).toEqual([
      'Person 1Tokio',
      'City something like it 1Tokyo',
    ]);
  });
});

test('a search that does not work says so', async () => {
  const { user } = panel(GRAPH, true);
  await user.type(field(), 'ann');
  expect(await screen.findByText(/does not work just now/u)).toBeDefined();
});

describe('the keyboard', () => {
  test('Enter goes to the first, again to the next and around; Shift+Enter goes back', async () => {
    const { type, user, selected, asked } = panel();
    await type('o');
    expect(words()).toEqual(['Bo', 'Tokyo']);
    expect(active()).toBe('Bo');
    await user.keyboard('{Enter}');
    expect([selected(), asked]).toEqual([[BO], ['show 1']]);
    await user.keyboard('{Enter}');
    expect([selected(), active()]).toEqual([[TOKYO], 'Tokyo']);
    await user.keyboard('{Enter}');
    expect(selected()).toEqual([BO]);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(selected()).toEqual([TOKYO]);
    expect(document.activeElement).toBe(field());
  });

  test('arrows choose without going there', async () => {
    const { type, user, selected, asked } = panel();
    await type('o');
    await user.keyboard('{ArrowDown}');
    expect([active(), selected(), asked]).toEqual(['Tokyo', [], []]);
    await user.keyboard('{Enter}');
    expect(selected()).toEqual([TOKYO]);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(selected()).toEqual([BO]);
    await user.keyboard('{ArrowUp}');
    expect(active()).toBe('Tokyo');
  });

  test('Enter before the results are there goes by what was typed', async () => {
    const { user, selected } = panel();
    await user.type(field(), 'tokyo{Enter}');
    await expect.poll(selected).toEqual([TOKYO]);
  });

  test('Esc closes, and the keyboard is where it was before', async () => {
    const { user } = panel();
    expect(document.activeElement).toBe(field());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement?.textContent).toBe('elsewhere');
  });
});

describe('a result', () => {
  test('is gone to by a press; an edge is shown with both of its ends', async () => {
    const { type, user, store, asked } = panel();
    await type('attic');
    await user.click(options()[0] ?? document.body);
    expect(store.getState().selectedEdges).toEqual([ANN_LIVES_IN_TOKYO]);
    expect(store.getState().selectedNodes).toEqual([]);
    expect(asked).toEqual(['show 2']);
    expect(document.activeElement).toBe(field());
  });

  test('that is hidden says so, and choosing it shows it and nothing else', async () => {
    const { type, user, store, set } = panel();
    set({ viewFilter: withLabel(EVERYTHING_SHOWN, 'City', true, store.getState().nodes) });
    await type('tokyo');
    expect(words()).toEqual(['Tokyo hidden']);
    await user.keyboard('{Enter}');
    const { viewFilter, nodes } = store.getState();
    const shown = [...nodes.values()].filter((row) => isNodeShown(viewFilter, row)).map(({ id }) => id);
    expect(shown).toEqual([ANN, BO, TOKYO]);
    expect(isFiltering(viewFilter)).toBe(true);
    expect(words()).toEqual(['Tokyo']);
  });
});

test('who may only view finds just as well', async () => {
  const { type, set } = panel();
  set({ role: 'viewer' });
  await type('ann');
  expect(words()).toEqual(['Ann']);
});
