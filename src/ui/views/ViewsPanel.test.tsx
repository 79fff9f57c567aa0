// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Answer, QueryValue } from '../../engine/graph-engine';
import { testViewId } from '../../shared/graph/ops.arbitrary';
import type { SavedView } from '../../shared/graph/saved-views';
import { type KeptViews, NO_ANSWERS, type ViewAnswers, ViewsContext } from '../../views/kept-views';
import type { ViewAnswer } from '../../views/view-answer';
import { CommandsAround } from '../testing/commands-around';
import { FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { CheckIndicator } from './CheckIndicator';
import { ViewsPanel } from './ViewsPanel';

const HEIGHT = 300;
// Nothing has a size here, and a list draws what is in sight.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(HEIGHT);
});
afterEach(() => vi.restoreAllMocks());

const view = (n: number, name: string, rest: Partial<SavedView> = {}): SavedView => ({
  id: testViewId(n),
  name,
  query: `MATCH (n${n}) RETURN n${n}`,
  shows: 'table',
  ...rest,
});
const TABLE = view(1, 'Everyone');
const FILTER = view(2, 'Only people', { shows: 'filter' });
const CHECK = view(3, 'Homeless', { shows: 'number', condition: { is: 'equal', than: 0 } });

const answered = (rows: QueryValue[][], rowCount = rows.length) => {
  const answer: Answer = { columns: [{ name: 'n', type: 'INT64' }], rows, rowCount, tookMs: 1 };
  return { status: 'answered', answer, elements: undefined } as const;
};

function panel(...views: SavedView[]) {
  const state = createStore<ViewAnswers>(() => NO_ANSWERS);
  const ran: string[] = [];
  const kept: KeptViews = { state, runNow: async (id) => void ran.push(id) };
  const rendered = renderEditor(
    <CommandsAround all={[]}>
      <ViewsContext value={kept}>
        <CheckIndicator />
        <ViewsPanel />
      </ViewsContext>
    </CommandsAround>,
    [...FAMILY, ...views.map((each) => ({ op: 'put_view', view: each }) as const)],
  );
  rendered.set({ panel: 'views' });
  const comesTo = (of: SavedView, answer: ViewAnswer) =>
    act(() => state.setState(({ answers }) => ({ answers: new Map(answers).set(of.id, answer) })));
  return { ...rendered, comesTo, ran };
}

const item = (name: string) =>
  within(screen.getByRole('list', { name: 'Views' }))
    .getAllByRole('listitem')
    .find((each) => each.textContent?.includes(name));
const itemOf = (name: string) => within(item(name) ?? document.body);

describe('the list', () => {
  test('has all views by name, and how checks stand in words', () => {
    const { comesTo } = panel(TABLE, FILTER, CHECK);
    const names = () => within(screen.getByRole('list', { name: 'Views' })).getAllByRole('listitem');
    expect(names().map((each) => each.textContent)).toEqual([
      'EveryoneTable',
      'Homeless Asking …must be 0',
      'Only peopleFilter',
    ]);
    comesTo(CHECK, answered([[3]]));
    expect(item('Homeless')?.textContent).toBe('Homeless Fails3 — must be 0');
    comesTo(CHECK, answered([[0]]));
    expect(item('Homeless')?.textContent).toBe('Homeless Holds0 — must be 0');
    comesTo(CHECK, answered([[1], [2]]));
    expect(item('Homeless')?.textContent).toContain('Cannot be told');
    expect(item('Homeless')?.textContent).toContain('This view does not come to a single number.');
  });

  test('says why one does not work, and leads to its query', async () => {
    const { comesTo, user, store } = panel(CHECK);
    comesTo(CHECK, { status: 'failed', reason: 'Binder exception: Table Human does not exist.' });
    expect(screen.getByRole('status').textContent).toContain('There is no label or edge type “Human”.');
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    expect(store.getState()).toMatchObject({ consoleOpen: true, viewToEdit: CHECK.id });
  });

  test('asks one that takes long when told to, and says when that was', async () => {
    const { comesTo, user, ran } = panel(CHECK);
    comesTo(CHECK, { status: 'tooSlow' });
    await user.click(screen.getByRole('button', { name: 'Run now' }));
    expect(ran).toEqual([CHECK.id]);
    comesTo(CHECK, { ...answered([[0]]), asOf: Date.UTC(2026, 1, 1, 12) });
    expect(screen.getByRole('status').textContent).toMatch(/^As of .*12/u);
  });

  test('filters the canvas by one, for oneself, and takes that off again', async () => {
    const { user, store, edits } = panel(FILTER);
    const press = () => user.click(itemOf('Only people').getByRole('button', { name: /^Only people/u }));
    await press();
    expect(store.getState().viewFilter.byView?.id).toBe(FILTER.id);
    expect(item('Only people')?.textContent).toContain('On your canvas');
    await press();
    expect(store.getState().viewFilter.byView).toBeUndefined();
    expect(edits).toEqual([]);
  });

  test('renames, copies and deletes, each in one step', async () => {
    const { user, edits } = panel(TABLE);
    const more = () => user.click(screen.getByRole('button', { name: 'More about Everyone' }));
    await more();
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    await user.clear(screen.getByRole('textbox', { name: 'New name of Everyone' }));
    await user.keyboard('All{Enter}');
    await more();
    await user.click(screen.getByRole('button', { name: 'Duplicate' }));
    await more();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(edits).toEqual([
      [{ op: 'put_view', view: { ...TABLE, name: 'All' } }],
      [{ op: 'put_view', view: { ...TABLE, id: expect.not.stringMatching(TABLE.id), name: 'Everyone (copy)' } }],
      [{ op: 'delete_view', viewId: TABLE.id }],
    ]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More about Everyone' }));
  });

  test('offers viewers to look, and nothing else', () => {
    const { set } = panel(TABLE);
    set({ role: 'viewer' });
    expect(screen.queryByRole('button', { name: 'More about Everyone' })).toBeNull();
    expect(screen.queryByText('Suggestions')).toBeNull();
  });
});

test('what is suggested is saved and opened by one press, and no more than the graph can hold', async () => {
  const { user, edits, store, set } = panel();
  await user.click(screen.getByRole('button', { name: /^Labels: how many of each/u }));
  expect(edits).toHaveLength(1);
  expect(edits[0]).toMatchObject([{ op: 'put_view', view: { id: store.getState().openView, shows: 'table' } }]);
  set({
    openView: undefined,
    views: new Map(Array.from({ length: 200 }, (_, n) => [`v${n}`, { ...TABLE, id: `v${n}` }])),
  });
  expect(screen.getByText(/^This graph has 200 saved views/u)).toBeDefined();
});

describe('an open view', () => {
  test('is a table that follows, and stays sorted and open under another name', async () => {
    const { user, comesTo, show } = panel(TABLE);
    await user.click(screen.getByRole('button', { name: /^Everyone/u }));
    comesTo(TABLE, answered([[2], [1]], 12_000));
    expect(screen.getByTestId('view-rows').textContent).toBe('The first 2 of 12,000 rows');
    const cells = () => screen.getAllByRole('cell').map((cell) => cell.textContent);
    await user.click(within(screen.getByRole('columnheader', { name: 'n' })).getByRole('button'));
    expect(cells()).toEqual(['1', '2']);
    comesTo(TABLE, answered([[3], [1], [2]]));
    expect(cells()).toEqual(['1', '2', '3']);
    show({ op: 'put_view', view: { ...TABLE, name: 'All of them' } });
    expect(screen.getByRole('heading', { name: 'All of them' })).toBeDefined();
    expect(cells()).toEqual(['1', '2', '3']);
    await user.click(screen.getByRole('button', { name: 'All views' }));
    expect(screen.getByRole('list', { name: 'Views' })).toBeDefined();
  });

  test('is a number, with its condition', async () => {
    const { user, comesTo } = panel(CHECK);
    await user.click(screen.getByRole('button', { name: /^Homeless/u }));
    comesTo(CHECK, answered([[1234]]));
    expect(screen.getByTestId('view-number').textContent).toBe('1,234');
    expect(screen.getByRole('region', { name: 'Homeless' }).textContent).toContain('Failsmust be 0');
  });
});

test('the top bar says how all checks stand, and leads to them', async () => {
  const other = { ...CHECK, id: testViewId(9), name: 'Other' };
  const { user, comesTo, set, store } = panel(CHECK, other);
  set({ panel: undefined });
  const words = () => screen.getByTestId('checks').textContent;
  expect(words()).toBe('Asking 2 checks …');
  comesTo(CHECK, answered([[0]]));
  comesTo(other, { status: 'failed', reason: 'no' });
  expect(words()).toBe('1 of 2 checks cannot be told');
  comesTo(other, answered([[1]]));
  expect(words()).toBe('1 of 2 checks fail');
  comesTo(other, answered([[0]]));
  expect(words()).toBe('All 2 checks hold');
  await user.click(screen.getByTestId('checks'));
  expect(store.getState().panel).toBe('views');
});

test('a graph without checks has no place for them in the bar', () => {
  panel(TABLE);
  expect(screen.queryByTestId('checks')).toBeNull();
});
