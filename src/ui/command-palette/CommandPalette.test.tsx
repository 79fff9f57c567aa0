// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, onTestFinished, test } from 'vitest';
import { basicCommands } from '../../commands/basic-commands';
import { isEnabled, useCommands, useShortcuts } from '../../commands/commands-context';
import { followCommands } from '../../commands/follow-commands';
import { speak } from '../../i18n/i18n';
import { NO_CHANGES } from '../../shared/graph/changes';
import { INFO_KEY } from '../../shared/graph/model';
import { NO_PRESENCE } from '../../shared/protocol/presence';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { CommandsAround } from '../testing/commands-around';
import { FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { CommandPalette } from './CommandPalette';
import { PaletteButton } from './PaletteButton';

function Shortcuts() {
  useShortcuts(useCommands());
  return null;
}

/** @param recent ids that were chosen before, the latest first */
function page(recent: readonly string[] = []) {
  const asked: string[] = [];
  const kept = new Map([['kumiko.recent-commands', JSON.stringify(recent)]]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const rendered = renderEditor(
    <CommandsAround all={basicCommands} asked={asked}>
      <Shortcuts />
      <PaletteButton />
      <CommandPalette storage={storage} />
    </CommandsAround>,
    FAMILY,
  );
  rendered.set({ role: 'editor' });
  return { ...rendered, asked };
}

const palette = () => within(screen.getByRole('dialog', { name: 'Find an action' }));
const open = async (user: UserEvent) => {
  await user.keyboard('{Control>}k{/Control}');
  return palette();
};
const offered = () =>
  palette()
    .queryAllByRole('option')
    .map((option) => option.textContent);
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('by the keyboard', () => {
  test('a few letters and Enter do it', async () => {
    const { user, asked } = page();
    await open(user);
    await user.keyboard('whole graph{Enter}');
    await closed();
    expect(asked).toEqual(['show all']);
  });

  test('an action that opens another panel leaves it open', async () => {
    const { user, store } = page();
    await open(user);
    await user.keyboard('shortcuts{Enter}');
    await waitFor(() => expect(store.getState().panel).toBe('help'));
  });

  test('arrows go through what is offered, round at the ends', async () => {
    const { user, asked } = page();
    await open(user);
    await user.keyboard('zoom in{ArrowDown}{ArrowUp}{Enter}');
    await closed();
    expect(asked).toEqual(['zoom by 1.25']);
  });

  test('its own shortcut and Esc close it, and nothing is done', async () => {
    const { user, asked } = page();
    await open(user);
    await user.keyboard('{Control>}k{/Control}');
    await closed();
    expect(asked).toEqual([]);
  });
});

describe('what is offered', () => {
  test('everything that can be done, by what it is about', async () => {
    const { user } = page();
    const list = await open(user);
    expect(within(list.getByRole('group', { name: 'View' })).getByText('Zoom in')).toBeDefined();
    expect(list.getByText('Ctrl+A')).toBeDefined();
    expect(list.queryByText('Delete what is selected'), 'nothing is selected').toBeNull();
    expect(list.queryByText('Find an action …'), 'it is open').toBeNull();
  });

  test('what was chosen lately comes first, and only there', async () => {
    const { user } = page(['zoom-real', 'gone']);
    const list = await open(user);
    expect(offered()[0]).toMatch(/^Zoom to 100 %/u);
    expect(within(list.getByRole('group', { name: 'Chosen lately' })).getAllByRole('option')).toHaveLength(1);
    expect(offered().filter((text) => text.startsWith('Zoom to 100 %'))).toHaveLength(1);
    await user.keyboard('whole{Enter}');
    await closed();
    await open(user);
    expect(offered()[0]).toMatch(/^Show the whole graph/u);
    expect(offered()[1]).toMatch(/^Zoom to 100 %/u);
  });

  test('a new node of each label, in the middle of what is seen', async () => {
    const { user, edits } = page();
    await open(user);
    await user.keyboard('new pers{Enter}');
    await closed();
    expect(edits).toHaveLength(1);
    expect(edits[0]?.[0]).toMatchObject({ op: 'create_node', label: 'Person' });
  });

  test('what undo would take back', async () => {
    const { user, set, turns } = page();
    const title = { before: { title: 'Family' }, after: { title: 'Kin' } };
    set({ nextUndo: { ...NO_CHANGES, info: new Map([[INFO_KEY, title]]) } });
    await open(user);
    await user.keyboard('undo');
    expect(offered()[0]).toMatch(/^Undo: rename the graph/u);
    await user.keyboard('{Enter}');
    await closed();
    expect(turns).toEqual(['undo']);
  });

  test('following each of the others, and no longer following', async () => {
    const { user, store, set } = page();
    const clientId = newTestClientId();
    const person = { name: 'Bo', color: '#026fd7' };
    set({ peers: new Map([[clientId, { clientId, person, role: 'editor', state: NO_PRESENCE }]]) });
    await open(user);
    await user.keyboard('bo{Enter}');
    await closed();
    expect(store.getState().following).toBe(clientId);
    expect(followCommands.map((command) => isEnabled(command, store.getState()))).toEqual([true]);
    set({ following: undefined });
    expect(followCommands.map((command) => isEnabled(command, store.getState()))).toEqual([false]);
  });

  test('nothing that changes the graph to who may only view', async () => {
    const { user, set } = page();
    set({ role: 'viewer', nextUndo: NO_CHANGES });
    const list = await open(user);
    expect(list.queryByText(/^Undo/u)).toBeNull();
    expect(list.queryByText(/^New /u)).toBeNull();
    expect(list.getByText('Zoom in')).toBeDefined();
  });

  test('where nothing fits, it says what to try', async () => {
    const { user } = page();
    const list = await open(user);
    await user.keyboard('qqq');
    expect(offered()).toEqual([]);
    expect(list.getByText(/^No action is called “qqq”. Try/u)).toBeDefined();
  });

  test('is found in the language of the page, and by its English id', async () => {
    const { user } = page();
    speak('ja');
    onTestFinished(() => speak('en'));
    await user.keyboard('{Control>}k{/Control}全体');
    const first = () => screen.getAllByRole('option')[0]?.textContent;
    expect(first()).toMatch(/^グラフ全体を表示/u);
    await user.clear(screen.getByRole('combobox'));
    await user.keyboard('fit all');
    expect(first()).toMatch(/^グラフ全体を表示/u);
    await user.clear(screen.getByRole('combobox'));
    await user.keyboard('ｆｉｔ');
    expect(first()).toMatch(/^グラフ全体を表示/u);
  });
});

test('a button opens it as well, and tells the shortcut', async () => {
  const { user } = page();
  const button = screen.getByRole('button', { name: 'Find an action' });
  expect(button.title).toMatch(/^Find an action \((Ctrl\+K|⌘K)\)$/u);
  await user.click(button);
  expect(offered().length).toBeGreaterThan(3);
});
