// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Row } from '../../engine/graph-engine';
import { layOut } from '../../layout/lay-out';
import { realClock } from '../../shared/clock';
import type { Op } from '../../shared/graph/ops';
import { CommandsAround } from '../testing/commands-around';
import { ANN, ANN_KNOWS_BO, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { SchemaPanel } from './SchemaPanel';
import type { SchemaPorts } from './schema-ports';

/** What the database says of the family, by what is asked about. */
const ANSWERS: Readonly<Record<string, Row[]>> = {
  Person: [{ count: 2, p0: 2, p1: 0, p2: 0, p3: 0, p4: 0, p5: 0 }],
  City: [{ count: 1, p0: 0 }],
  KNOWS: [{ source: 'Person', target: 'Person', count: 1, p0: 1 }],
  'LIVES IN': [],
};

const arrangeHere: SchemaPorts['arrange'] = async ({ cards, size, joins }) => {
  const nodes = cards.map((id) => ({ id, position: { x: 0, y: 0 }, size, label: id, caption: id }));
  return layOut({ kind: 'layered-right', nodes, edges: [...joins] });
};

interface Opening {
  readonly role?: 'editor' | 'viewer';
  readonly arrange?: SchemaPorts['arrange'];
}

function opened(ops: readonly Op[] = FAMILY, { role = 'editor', arrange = arrangeHere }: Opening = {}) {
  const answers = new Map(Object.entries(ANSWERS));
  const tell = new Set<Parameters<SchemaPorts['onGiven']>[0]>();
  const ports: SchemaPorts = {
    engine: { query: async (cypher) => answers.get(/`([^`]*)`/u.exec(cypher)?.[1] ?? '') ?? [] },
    onGiven: (listener) => {
      tell.add(listener);
      return () => tell.delete(listener);
    },
    clock: realClock,
    arrange,
  };
  const rendered = renderEditor(
    <CommandsAround all={[]}>
      <SchemaPanel ports={ports} />
    </CommandsAround>,
    ops,
  );
  rendered.set({ panel: 'schema', role });
  const given = () => {
    for (const listener of tell) listener(undefined);
  };
  return { ...rendered, answers, given, listeners: tell };
}

const panel = () => screen.getByRole('dialog', { name: 'Schema' });
const entry = (name: string) => {
  const found = panel().querySelector<HTMLElement>(`[data-type="${name}"]`);
  if (found === null) throw new Error(`no entry ${name}`);
  return within(found);
};
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const picture = () => screen.findByRole('img', { name: /^Picture/u });

describe('the lists', () => {
  test('have every label with its count, and its properties with type and fill', async () => {
    opened();
    expect(await entry('Person').findByText('2 nodes')).toBeDefined();
    const rows = entry('Person').getAllByRole('row').slice(1, 3);
    expect(rows.map((row) => row.textContent)).toEqual(['nametext2 of 2', 'agewhole number0 of 2']);
    expect(screen.getByText('2 labels, 2 edge types')).toBeDefined();
  });

  test('have every edge type with what it joins; one without edges says how to make one', async () => {
    opened();
    const [joined] = await entry('KNOWS').findAllByRole('listitem');
    expect(joined?.textContent).toBe('PersonPerson1 edge');
    expect(await entry('LIVES IN').findByText(/^Joins nothing yet: drag/u)).toBeDefined();
  });

  test('follow what the database is given', async () => {
    const { answers, given } = opened();
    await entry('City').findByText('1 node');
    answers.set('City', [{ count: 3, p0: 2 }]);
    given();
    expect(await entry('City').findByText('3 nodes')).toBeDefined();
    expect(entry('City').getByText('2 of 3')).toBeDefined();
  });
});

describe('a label or edge type', () => {
  test('is selected, all of it', async () => {
    const { user, store } = opened();
    await entry('KNOWS').findByRole('button', { name: /^Select/u });
    await user.click(button(/^Select all .*Person/u));
    expect(store.getState().selectedNodes).toEqual([ANN, BO]);
    await user.click(button(/^Select all .*KNOWS/u));
    expect(store.getState().selectedEdges).toEqual([ANN_KNOWS_BO]);
  });

  test('is asked for in the console', async () => {
    const { user, store } = opened();
    await user.click(await screen.findByRole('button', { name: /^Query .*KNOWS/u }));
    expect(store.getState()).toMatchObject({ consoleOpen: true, toAsk: expect.stringContaining('[e:KNOWS]') });
  });

  test('is opened to be edited', async () => {
    const { user, store } = opened();
    await user.click(button(/^Edit .*City/u));
    expect(store.getState()).toMatchObject({ panel: 'type', typeInEdit: { on: 'node', of: 'City' } });
  });

  test('has nothing to select while there is none of it', async () => {
    opened();
    await entry('LIVES IN').findByText('0 edges');
    expect(entry('LIVES IN').queryByRole('button', { name: /^Select/u })).toBeNull();
  });
});

describe('the picture', () => {
  test('has a card for each label, and a line for each pair that is joined', async () => {
    opened();
    const drawing = await picture();
    await waitFor(() => expect(drawing.textContent).toContain('KNOWS 1'));
    const titles = Array.from(drawing.querySelectorAll('title'), (each) => each.textContent);
    expect(titles).toEqual(['KNOWS', 'Person', 'City']);
    expect(drawing.textContent).toContain('2 nodes');
  });

  test('leads to the entry of what is pressed, where the keyboard is then', async () => {
    const { user } = opened();
    const drawing = await picture();
    const card = Array.from(drawing.querySelectorAll('g')).find((each) => each.textContent?.startsWith('City'));
    if (card === undefined) throw new Error('no card of City');
    await user.click(card);
    expect(document.activeElement?.getAttribute('data-type')).toBe('City');
    expect(card.getAttribute('data-marked')).toBe('true');
  });

  test('that cannot be arranged is said, and the lists are there all the same', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    opened(FAMILY, { arrange: () => Promise.reject(new Error('made to fail')) });
    expect(await screen.findByText(/could not be arranged/u)).toBeDefined();
    expect(entry('KNOWS')).toBeDefined();
    quiet.mockRestore();
  });
});

test('a viewer sees all of it, and is offered nothing that would change it', async () => {
  opened(FAMILY, { role: 'viewer' });
  await entry('Person').findByText('2 nodes');
  expect(screen.queryByRole('button', { name: /^Edit/u })).toBeNull();
  expect(button(/^Select all .*Person/u)).toBeDefined();
  expect(await entry('LIVES IN').findByText('Joins nothing yet.')).toBeDefined();
});

test('an empty graph is told what a schema is, until it has one', async () => {
  const { show } = opened([]);
  expect(panel().textContent).toContain('This graph has no schema yet.');
  expect(panel().textContent).toContain('make a label');
  show({ op: 'create_label', label: 'City', properties: { name: 'STRING' } });
  expect(await entry('City').findByText('1 node')).toBeDefined();
});

test('Esc closes it, and nothing is asked any more', async () => {
  const { user, store, listeners } = opened();
  await user.keyboard('{Escape}');
  expect(store.getState().panel).toBeUndefined();
  expect(listeners.size).toBe(0);
});
