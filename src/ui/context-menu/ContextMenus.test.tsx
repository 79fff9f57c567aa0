// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { basicCommands } from '../../commands/basic-commands';
import { selectCommands } from '../../commands/select-commands';
import { CommandsAround } from '../testing/commands-around';
import { ANN, ANN_KNOWS_BO, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { ContextMenus } from './ContextMenus';
import type { MenuTarget } from './menu-place';

const TARGETS: Readonly<Record<string, MenuTarget>> = {
  ann: { kind: 'node', id: ANN },
  bo: { kind: 'node', id: BO },
  knows: { kind: 'edge', id: ANN_KNOWS_BO },
};

function canvas(role: 'editor' | 'viewer' = 'editor', all = basicCommands) {
  const asked: string[] = [];
  const rendered = renderEditor(
    <CommandsAround all={all} asked={asked}>
      <ContextMenus targetAt={({ id }) => TARGETS[id]}>
        <button type="button" id="ann">
          Ann
        </button>
        <button type="button" id="bo">
          Bo
        </button>
        <button type="button" id="knows">
          knows
        </button>
        <p>canvas</p>
        <input aria-label="caption" />
      </ContextMenus>
    </CommandsAround>,
    FAMILY,
  );
  rendered.set({ role });
  const rightClick = (text: string) => {
    const target = screen.getByText(text);
    target.focus();
    fireEvent.pointerDown(target, { button: 2 });
    fireEvent.contextMenu(target);
  };
  return { ...rendered, asked, rightClick };
}

const menu = () => screen.getByRole('menu');
const items = () => screen.queryAllByRole('menuitem').map((item) => item.textContent);
const closed = () => waitFor(() => expect(screen.queryByRole('menu')).toBeNull());

describe('a right click', () => {
  test('on a node selects it and offers what can be done with it', async () => {
    const { rightClick, store, user, edits } = canvas();
    rightClick('Ann');
    expect(store.getState().selectedNodes).toEqual([ANN]);
    expect(within(menu()).getByText('Actions for this node')).toBeDefined();
    await user.click(screen.getByRole('menuitem', { name: /^Delete what is selected/u }));
    await closed();
    await waitFor(() => expect(edits).toEqual([[{ op: 'delete_node', nodeId: ANN }]]));
    expect(document.activeElement).toBe(screen.getByText('Ann'));
  });

  test('on one of several is about all of them', () => {
    const { rightClick, set, store } = canvas();
    set({ selectedNodes: [ANN, BO] });
    rightClick('Bo');
    expect(store.getState().selectedNodes).toEqual([ANN, BO]);
    expect(within(menu()).getByText('Actions for what is selected')).toBeDefined();
  });

  test('on an edge, and on the canvas', async () => {
    const { rightClick, store, user, asked } = canvas();
    rightClick('knows');
    expect(store.getState().selectedEdges).toEqual([ANN_KNOWS_BO]);
    expect(within(menu()).getByText('Actions for this edge')).toBeDefined();
    await user.keyboard('{Escape}');
    await closed();
    rightClick('canvas');
    expect(items()[0]).toMatch(/^Select everything/u);
    await user.click(screen.getByRole('menuitem', { name: /^Show the whole graph/u }));
    await waitFor(() => expect(asked).toEqual(['show all']));
  });

  test('where someone types is the browser’s', () => {
    canvas();
    expect(fireEvent.contextMenu(screen.getByLabelText('caption'))).toBe(true);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('offers nothing that changes the graph to who may only view', () => {
    const { rightClick } = canvas('viewer');
    rightClick('Ann');
    expect(items().filter((text) => text.startsWith('Delete'))).toEqual([]);
    expect(items().length).toBeGreaterThan(0);
  });
});

test('the menu key on the canvas is about what is selected, and arrows choose', async () => {
  const { set, user, edits } = canvas();
  set({ selectedNodes: [BO] });
  const place = screen.getByText('canvas');
  fireEvent.keyDown(place, { key: 'ContextMenu' });
  fireEvent.contextMenu(place);
  expect(within(menu()).getByText('Actions for this node')).toBeDefined();
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  await waitFor(() => expect(edits).toEqual([[{ op: 'delete_node', nodeId: BO }]]));
});

test('a long press opens it', async () => {
  const { store, user } = canvas();
  fireEvent.pointerDown(screen.getByText('Bo'), { pointerType: 'touch', button: 0 });
  await screen.findByRole('menu', {}, { timeout: 3000 });
  expect(store.getState().selectedNodes).toEqual([BO]);
  await user.keyboard('{Escape}');
  await closed();
});

test('an action that opens a panel does so once the menu is gone', async () => {
  const { rightClick, store, user } = canvas();
  rightClick('canvas');
  await user.click(screen.getByRole('menuitem', { name: /^Find an action/u }));
  await waitFor(() => expect(store.getState().panel).toBe('palette'));
  expect(screen.queryByRole('menu')).toBeNull();
});

test('a group of many actions is a menu of its own, also while most of them cannot be done', async () => {
  const folded = selectCommands.map(({ title }) => title());
  const { rightClick, user, store } = canvas('editor', [...basicCommands, ...selectCommands]);
  rightClick('Ann');
  expect(items()).toContain('Select');
  expect(items().filter((text) => folded.some((title) => text.startsWith(title)))).toEqual([]);
  screen.getByRole('menuitem', { name: 'Select' }).focus();
  await user.keyboard('{ArrowRight}');
  await user.click(await screen.findByRole('menuitem', { name: /^Select neighbours too/u }));
  await closed();
  await waitFor(() => expect(store.getState().selectedNodes).toEqual([ANN, BO]));
});
