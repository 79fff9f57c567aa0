// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useCommands, useShortcuts } from '../../commands/commands-context';
import { notify } from '../../store/editor-store';
import type { Message } from '../../store/notices';
import { CommandsAround } from '../testing/commands-around';
import { type RenderedEditor, renderEditor } from '../testing/render-editor';
import { Notices } from './Notices';
import { noticeCommands } from './notice-commands';

function Shortcuts() {
  useShortcuts(useCommands());
  return null;
}

const texts = () =>
  Array.from(screen.getByRole('status').children, (notice) => notice.querySelector('span')?.textContent);
const say = ({ store }: RenderedEditor, message: string | Message) => act(() => notify(store, message));
const putAway = () => screen.getAllByRole('button', { name: 'Put away' });
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a notice', () => {
  test('is announced, and stays until it is put away', () => {
    const page = renderEditor(<Notices />);
    expect(texts()).toEqual([]);
    say(page, 'The first.');
    say(page, 'The second.');
    pass(60_000);
    expect(texts()).toEqual(['The first.', 'The second.']);
    expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite');
    for (const button of putAway().slice(0, 1)) fireEvent.click(button);
    expect(texts()).toEqual(['The second.']);
  });

  test('that only tells what was done goes by itself', () => {
    const page = renderEditor(<Notices />);
    say(page, 'Went wrong.');
    say(page, { text: 'Done.', passing: true });
    pass(7_900);
    expect(texts()).toEqual(['Went wrong.', 'Done.']);
    pass(200);
    expect(texts()).toEqual(['Went wrong.']);
  });

  test.each(['the pointer', 'the keyboard'])('does not go while %s is at it', (what) => {
    const page = renderEditor(<Notices />);
    say(page, { text: 'Done.', passing: true });
    const region = screen.getByRole('status');
    const [button] = putAway();
    if (what === 'the pointer') fireEvent.pointerEnter(region);
    else act(() => button?.focus());
    pass(60_000);
    expect(texts()).toEqual(['Done.']);
    if (what === 'the pointer') fireEvent.pointerLeave(region);
    else act(() => button?.blur());
    pass(8_100);
    expect(texts()).toEqual([]);
  });

  test('that is said anew has all the time again', () => {
    const page = renderEditor(<Notices />);
    say(page, { text: 'One.', passing: true, topic: 'it' });
    pass(6_000);
    say(page, { text: 'Two.', passing: true, topic: 'it' });
    pass(6_000);
    expect(texts()).toEqual(['Two.']);
  });
});

describe('what can be done about it', () => {
  const withAction = (run: () => void, changes = true): Message => ({
    text: 'Bo deleted “Kyoto”.',
    action: { words: 'Restore', run, changes },
  });

  test('is a button; a click does it and puts the notice away', () => {
    const page = renderEditor(<Notices />);
    const run = vi.fn();
    say(page, withAction(run));
    fireEvent.click(screen.getByRole('button', { name: 'Restore' }));
    expect(run).toHaveBeenCalledOnce();
    expect(texts()).toEqual([]);
  });

  test('is not offered to who may only view, where it changes the graph', () => {
    const page = renderEditor(<Notices />);
    page.set({ role: 'viewer' });
    say(
      page,
      withAction(() => {}),
    );
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
    say(page, { ...withAction(() => {}, false), text: 'Another.' });
    expect(screen.getByRole('button', { name: 'Restore' })).toBeDefined();
  });
});

describe('by the keyboard', () => {
  const page = () => {
    const rendered = renderEditor(
      <CommandsAround all={noticeCommands}>
        <Shortcuts />
        <input aria-label="Work" />
        <Notices />
      </CommandsAround>,
    );
    screen.getByRole('textbox').focus();
    return rendered;
  };
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

  test('a key goes to the messages; when the last is put away, the keyboard is where it was', () => {
    const rendered = page();
    say(rendered, 'One.');
    say(rendered, 'Two.');
    press('F8');
    const [first, second] = putAway();
    expect(document.activeElement).toBe(first);
    if (first !== undefined) fireEvent.click(first);
    expect(document.activeElement).toBe(second);
    if (second !== undefined) fireEvent.click(second);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  test('a message that goes by itself leaves the keyboard alone', () => {
    say(page(), { text: 'Done.', passing: true });
    pass(8_100);
    expect(texts()).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
});
