// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { viewCommands } from '../../commands/view-commands';
import { shownRows } from '../../store/neighbourhood';
import { EVERYTHING_SHOWN } from '../../store/view-filter';
import { CommandsAround } from '../testing/commands-around';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { ViewBar } from './ViewBar';

function bar(open = true) {
  const rendered = renderEditor(
    <CommandsAround all={viewCommands}>
      <ViewBar />
      <p>elsewhere</p>
    </CommandsAround>,
    FAMILY,
  );
  if (open) rendered.set({ panel: 'view' });
  const shown = () => {
    const { nodes, edges } = shownRows(rendered.store.getState());
    return [...nodes, ...edges].map(({ id }) => id);
  };
  return { ...rendered, shown };
}
const toggle = (name: string) => screen.getByRole('switch', { name });

describe('the panel', () => {
  test('hides and shows a label, and an edge type, with how many there are', async () => {
    const { user, shown, edits } = bar();
    expect(toggle('Show Person (2)').getAttribute('aria-checked')).toBe('true');
    await user.click(toggle('Show Person (2)'));
    expect(toggle('Show Person (2)').getAttribute('aria-checked')).toBe('false');
    expect(shown()).toEqual([CITY]);
    await user.click(toggle('Show Person (2)'));
    await user.click(toggle('Show KNOWS (1)'));
    expect(shown()).toEqual([ANN, BO, CITY]);
    await user.click(toggle('Show KNOWS (1)'));
    expect(shown()).toEqual([ANN, BO, CITY, ANN_KNOWS_BO]);
    expect(edits).toEqual([]);
  });

  test('shows only the selection and what is so many steps away', async () => {
    const { user, shown, set } = bar();
    expect(screen.queryByRole('button', { name: 'Show only these' })).toBeNull();
    set({ selectedNodes: [ANN] });
    const button = screen.getByRole('button', { name: 'Show only these' });
    await user.click(button);
    expect(shown()).toEqual([ANN, BO, ANN_KNOWS_BO]);
    await user.selectOptions(screen.getByLabelText('How far'), 'Nothing else');
    await user.click(button);
    expect(shown()).toEqual([ANN]);
  });

  test('opens and closes by its button, closes by Esc and by a press elsewhere', async () => {
    const { user } = bar(false);
    const button = screen.getByRole('button', { name: 'View' });
    const isOpen = () => screen.queryByRole('dialog', { name: 'Hide and show' }) !== null;
    await user.click(button);
    expect([isOpen(), button.getAttribute('aria-expanded')]).toEqual([true, 'true']);
    await user.click(button);
    expect(isOpen()).toBe(false);
    await user.click(button);
    await user.keyboard('{Escape}');
    expect([isOpen(), document.activeElement]).toEqual([false, button]);
    await user.click(button);
    await user.click(screen.getByText('elsewhere'));
    expect(isOpen()).toBe(false);
  });
});

describe('while something is hidden', () => {
  test('it says how much is shown, and shows everything again', async () => {
    const { user, set, store } = bar(false);
    expect(screen.queryByTestId('shown-chip')).toBeNull();
    set({ viewFilter: { ...EVERYTHING_SHOWN, hiddenLabels: new Set(['city']) }, shownNodes: 2 });
    expect(screen.getByRole('status').textContent).toContain('2 of 3 nodes shown');
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(store.getState().viewFilter).toBe(EVERYTHING_SHOWN);
    expect(screen.queryByTestId('shown-chip')).toBeNull();
  });

  test('edges alone are named too', () => {
    const { set } = bar(false);
    set({ viewFilter: { ...EVERYTHING_SHOWN, hiddenEdgeTypes: new Set(['knows']) }, shownNodes: 3 });
    expect(screen.getByRole('status').textContent).toContain('Some edges are hidden');
  });

  test('each part of the filter is said, and taken back alone', async () => {
    const { user, set, store, shown } = bar(false);
    const rule = { on: 'node', of: 'Person', key: 'name', value: 'Ann', keeps: 'only' } as const;
    set({ viewFilter: { ...EVERYTHING_SHOWN, values: [rule], onlyLabels: new Set(['person']) } });
    const parts = () =>
      within(screen.getByRole('list', { name: 'What filters the view' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent?.replaceAll(/[\u2068\u2069]/gu, ''));
    expect(parts()).toEqual(['Only Person', 'Only Person with name: Ann']);
    expect(shown()).toEqual([ANN]);
    await user.click(screen.getByRole('button', { name: /^Take back: Only .*with/u }));
    expect([parts(), shown()]).toEqual([['Only Person'], [ANN, BO, ANN_KNOWS_BO]]);
    await user.click(screen.getByRole('button', { name: /^Take back/u }));
    expect(store.getState().viewFilter).toBe(EVERYTHING_SHOWN);
    expect(screen.queryByRole('list', { name: 'What filters the view' })).toBeNull();
  });
});
