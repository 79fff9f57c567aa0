// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { EditorState } from '../../store/editor-store';
import { Notices } from '../notices/Notices';
import { FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { TopBar } from './TopBar';

const pending = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: index,
    clientId: 'c_1',
    seq: index + 1,
    ops: [],
    decided: false,
  }));

describe('how things stand is said in words and in attributes', () => {
  test.each<[Partial<EditorState>, string]>([
    [{ connection: 'saved', joined: true }, 'Saved'],
    [{ connection: 'saving', joined: true, pending: pending(1) }, 'Saving 1 change'],
    [{ connection: 'saving', joined: true, pending: pending(3) }, 'Saving 3 changes'],
    [{ connection: 'saving', joined: true, pending: pending(3), heldBack: 3, role: 'viewer' }, '3 changes not saved'],
    [{ connection: 'reconnecting', joined: false }, 'Connecting'],
    [{ connection: 'reconnecting', joined: true }, 'Reconnecting'],
    [{ connection: 'reconnecting', joined: true, pending: pending(1), keeping: true }, 'Reconnecting – 1 change kept'],
    [{ connection: 'reconnecting', joined: true, pending: pending(1) }, 'Reconnecting – 1 change not saved'],
    [{ connection: 'offline', joined: true }, 'Offline'],
    [{ connection: 'offline', joined: true, pending: pending(2), keeping: true }, 'Offline – 2 changes kept'],
    [
      { connection: 'offline', joined: true, pending: pending(2), endReason: 'No.', keeping: true },
      'Disconnected – 2 changes kept',
    ],
  ])('%o', (state, words) => {
    const { set } = renderEditor(<TopBar />);
    set(state);
    const status = screen.getByRole('status');
    expect(status.textContent).toBe(words);
    expect(status.dataset).toMatchObject({ state: state.connection, pending: String(state.pending?.length ?? 0) });
  });

  test('the version of the server is shown as it goes up', () => {
    const { set } = renderEditor(<TopBar />);
    set({ serverVersion: 41 });
    set({ serverVersion: 42 });
    expect(screen.getByTestId('server-version').textContent).toBe('42');
  });
});

const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title of the graph' });

describe('the title', () => {
  test('Enter saves it, trimmed, as one edit', async () => {
    const { user, edits } = renderEditor(<TopBar />, FAMILY);
    await user.clear(title());
    await user.type(title(), '  Our family {Enter}');
    expect(edits).toEqual([[{ op: 'set_title', title: 'Our family' }]]);
  });

  test('leaving the field saves it too', async () => {
    const { user, edits } = renderEditor(<TopBar />, FAMILY);
    await user.type(title(), ' tree');
    await user.tab();
    expect(edits).toEqual([[{ op: 'set_title', title: 'Family tree' }]]);
  });

  test('Esc takes back what was typed, and leaving then saves nothing', async () => {
    const { user, edits } = renderEditor(<TopBar />, FAMILY);
    await user.type(title(), ' tree{Escape}');
    expect(title().value).toBe('Family');
    await user.tab();
    expect(edits).toEqual([]);
  });

  test.each([['   '], ['Family']])('%j is not saved', async (typed) => {
    const { user, edits } = renderEditor(<TopBar />, FAMILY);
    await user.clear(title());
    await user.type(title(), `${typed}{Enter}`);
    expect(edits).toEqual([]);
    expect(title().value).toBe('Family');
  });

  test("someone else's title shows, but not over what is being typed", async () => {
    const { user, show } = renderEditor(<TopBar />, FAMILY);
    show({ op: 'set_title', title: 'Clan' });
    expect(title().value).toBe('Clan');
    await user.type(title(), 's');
    show({ op: 'set_title', title: 'Tribe' });
    expect(title().value).toBe('Clans');
    await user.keyboard('{Escape}');
    expect(title().value).toBe('Tribe');
  });

  test('Enter that ends a conversion of an input method does not save yet', async () => {
    const { user, edits } = renderEditor(<TopBar />, FAMILY);
    await user.clear(title());
    await user.type(title(), 'かぞく');
    fireEvent.keyDown(title(), { key: 'Enter', isComposing: true });
    expect(edits).toEqual([]);
  });

  test('a graph without a title is called untitled', () => {
    renderEditor(<TopBar />);
    expect(title().value).toBe('Untitled graph');
  });
});

describe('who may only view', () => {
  test('is told so, with what they can do', async () => {
    const { user, set } = renderEditor(<TopBar />, FAMILY);
    expect(screen.queryByRole('button', { name: 'View only' })).toBeNull();
    set({ role: 'viewer' });
    const badge = screen.getByRole('button', { name: 'View only' });
    expect(screen.queryByText(/ask an owner/u)?.hidden).toBe(true);
    await user.click(badge);
    expect(screen.getByText(/ask an owner/u).hidden).toBe(false);
    await user.keyboard('{Escape}');
    expect(screen.getByText(/ask an owner/u).hidden).toBe(true);
    set({ role: 'editor' });
    expect(screen.queryByRole('button', { name: 'View only' })).toBeNull();
  });

  test('cannot change the title; one that they were typing is not lost', async () => {
    const { user, set, edits } = renderEditor([<TopBar key="bar" />, <Notices key="notices" />], FAMILY);
    await user.type(title(), ' tree');
    set({ role: 'viewer' });
    expect(title().readOnly).toBe(true);
    await user.type(title(), 's');
    expect(title().value).toBe('Family tree');
    await user.tab();
    expect(edits).toEqual([]);
    expect(screen.getByText('The title “Family tree” was not saved: you cannot change this graph now.')).toBeDefined();
  });
});
