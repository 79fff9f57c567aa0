// @vitest-environment happy-dom
import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { NO_CHANGES } from '../shared/graph/changes';
import type { CanvasActions } from '../store/canvas-actions';
import { useEditor } from '../store/editor-context';
import { renderEditor } from '../ui/testing/render-editor';
import { basicCommands } from './basic-commands';
import { useShortcuts } from './commands-context';
import { isPressed, shortcutWords } from './shortcut';

const asked: string[] = [];
const canvas: CanvasActions = {
  select: (nodes) => asked.push(`select ${nodes.length}`),
  selectWhenDrawn: () => {},
  show: (nodes) => asked.push(nodes === undefined ? 'show all' : `show ${nodes.length}`),
  zoomBy: () => {},
  zoomTo: (scale) => asked.push(`zoom to ${scale}`),
  middle: () => ({ x: 0, y: 0 }),
  pointer: () => undefined,
  preview: () => {},
};
const context = { canvas };

function Shortcuts() {
  const editor = useEditor();
  useShortcuts({ all: basicCommands, context: { ...context, editor } });
  return <input aria-label="field" />;
}

function page(role: 'editor' | 'viewer' = 'editor') {
  asked.length = 0;
  const rendered = renderEditor(<Shortcuts />);
  rendered.set({ nextUndo: NO_CHANGES, nextRedo: NO_CHANGES, role });
  return rendered;
}

describe('a shortcut', () => {
  test.each<[string, string[]]>([
    ['{Control>}z{/Control}', ['undo']],
    ['{Meta>}z{/Meta}', ['undo']],
    ['{Control>}{Shift>}Z{/Shift}{/Control}', ['redo']],
    ['{Control>}y{/Control}', ['redo']],
    ['{Control>}{Alt>}z{/Alt}{/Control}', []],
    ['{Control>}{Meta>}z{/Meta}{/Control}', []],
    ['z', []],
  ])('%s', async (keys, expected) => {
    const { user, turns } = page();
    await user.keyboard(keys);
    expect(turns).toEqual(expected);
  });

  test('of a command that changes the graph does nothing for who may only view', async () => {
    const { user, turns } = page('viewer');
    await user.keyboard('{Control>}z{/Control}{Control>}y{/Control}');
    expect(turns).toEqual([]);
    await user.keyboard('{Control>}0{/Control}');
    expect(asked).toEqual(['zoom to 1']);
  });

  test('keeps the browser from doing something else as well, and is left alone where someone types', () => {
    const { turns } = page();
    const press = createEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    fireEvent(document.body, press);
    expect([press.defaultPrevented, turns]).toEqual([true, ['undo']]);
    const typed = createEvent.keyDown(screen.getByLabelText('field'), { key: 'z', ctrlKey: true });
    fireEvent(screen.getByLabelText('field'), typed);
    expect([typed.defaultPrevented, turns]).toEqual([false, ['undo']]);
  });

  test('is left alone in a field of a shadow tree, such as the query console has', () => {
    const { turns } = page();
    const host = document.body.appendChild(document.createElement('div'));
    const field = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(field);
    const press = (target: Element) =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
      );
    press(field);
    expect(turns).toEqual([]);
    press(host);
    expect(turns).toEqual(['undo']);
    host.remove();
  });

  test('that is for text fields as well counts there', () => {
    const { store } = page();
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 'k', ctrlKey: true });
    expect(store.getState().panel).toBe('palette');
  });

  test('is not what an input method composes, nor what was handled already', () => {
    const { turns } = page();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, isComposing: true });
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(turns).toEqual([]);
  });
});

test('goes by the letter, and by its place on layouts without it', () => {
  const keys = { ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
  // On a German keyboard, Z is where others have Y.
  expect(isPressed('Mod+Z', { ...keys, key: 'z', code: 'KeyY' })).toBe(true);
  expect(isPressed('Mod+Z', { ...keys, key: 'y', code: 'KeyZ' })).toBe(false);
  expect(isPressed('Mod+Z', { ...keys, key: 'я', code: 'KeyZ' })).toBe(true);
});

test('marks and digits are what they are, however they are typed', () => {
  const keys = { ctrlKey: false, metaKey: false, shiftKey: true, altKey: false };
  expect(isPressed('?', { ...keys, key: '?', code: 'Slash' })).toBe(true);
  expect(isPressed('Shift+1', { ...keys, key: '!', code: 'Digit1' })).toBe(true);
  expect(isPressed('Shift+1', { ...keys, shiftKey: false, key: '1', code: 'Digit1' })).toBe(false);
});

test('are written as people of each kind of machine know them', () => {
  expect(shortcutWords('Mod+Shift+Z', 'MacIntel')).toBe('⇧⌘Z');
  expect(shortcutWords('Mod+Shift+Z', 'Win32')).toBe('Ctrl+Shift+Z');
  expect(shortcutWords('ArrowUp', 'Win32')).toBe('↑');
});

test('no two commands have one shortcut', () => {
  const keys = basicCommands.flatMap((command) => command.keys ?? []);
  expect(keys).toEqual([...new Set(keys)]);
});
