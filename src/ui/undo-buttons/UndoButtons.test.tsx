// @vitest-environment happy-dom
import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderEditor } from '../testing/render-editor';
import { shortcutWords, undoKey } from './shortcuts';
import { UndoButtons } from './UndoButtons';

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('the buttons', () => {
  test('undo and redo', async () => {
    const { user, set, turns } = renderEditor(<UndoButtons />);
    set({ canUndo: true, canRedo: true });
    await user.click(button('Undo'));
    await user.click(button('Redo'));
    expect(turns).toEqual(['undo', 'redo']);
  });

  test('are off while there is nothing to take back', () => {
    const { set } = renderEditor(<UndoButtons />);
    const off = () => [button('Undo').disabled, button('Redo').disabled];
    expect(off()).toEqual([true, true]);
    set({ canUndo: true });
    expect(off()).toEqual([false, true]);
    set({ canUndo: false, canRedo: true });
    expect(off()).toEqual([true, false]);
  });

  test('are off, by the keyboard too, for who may only view', async () => {
    const { user, set, turns } = renderEditor(<UndoButtons />);
    set({ canUndo: true, canRedo: true, role: 'viewer' });
    expect([button('Undo').disabled, button('Redo').disabled]).toEqual([true, true]);
    await user.keyboard('{Control>}z{/Control}{Control>}y{/Control}');
    expect(turns).toEqual([]);
  });

  test('say their shortcuts', () => {
    renderEditor(<UndoButtons />);
    expect(button('Undo').title).toMatch(/^Undo \((Ctrl\+Z|⌘Z)\)$/u);
    expect(button('Redo').title).toMatch(/^Redo \((Ctrl\+Shift\+Z|⇧⌘Z)\)$/u);
    expect(shortcutWords('MacIntel')).toEqual({ undo: '⌘Z', redo: '⇧⌘Z' });
    expect(shortcutWords('Win32')).toEqual({ undo: 'Ctrl+Z', redo: 'Ctrl+Shift+Z' });
  });
});

describe('the keyboard', () => {
  test.each([
    ['{Control>}z{/Control}', ['undo']],
    ['{Meta>}z{/Meta}', ['undo']],
    ['{Control>}{Shift>}Z{/Shift}{/Control}', ['redo']],
    ['{Meta>}{Shift>}Z{/Shift}{/Meta}', ['redo']],
    ['{Control>}y{/Control}', ['redo']],
    ['{Meta>}y{/Meta}', []],
    ['{Control>}{Alt>}z{/Alt}{/Control}', []],
    ['{Control>}{Meta>}z{/Meta}{/Control}', []],
    ['z', []],
  ])('%s', async (keys, asked) => {
    const { user, turns } = renderEditor(<UndoButtons />);
    await user.keyboard(keys);
    expect(turns).toEqual(asked);
  });

  test('goes by the letter, and by its place on layouts without it', () => {
    const keys = { ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
    // On a German keyboard, Z is where others have Y.
    expect(undoKey({ ...keys, key: 'z', code: 'KeyY' })).toBe('undo');
    expect(undoKey({ ...keys, key: 'y', code: 'KeyZ' })).toBe('redo');
    expect(undoKey({ ...keys, key: 'я', code: 'KeyZ' })).toBe('undo');
  });

  test('keeps the browser from undoing something else as well', () => {
    renderEditor(<UndoButtons />);
    const press = createEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    fireEvent(document.body, press);
    expect(press.defaultPrevented).toBe(true);
  });

  test.each([
    ['a text input', <input key="field" aria-label="field" />],
    ['a number input', <input key="field" aria-label="field" type="number" />],
    ['a text area', <textarea key="field" aria-label="field" />],
  ])('in %s it is the field’s own', (_what, field) => {
    const { turns } = renderEditor([field, <UndoButtons key="buttons" />]);
    const press = createEvent.keyDown(screen.getByLabelText('field'), { key: 'z', ctrlKey: true });
    fireEvent(screen.getByLabelText('field'), press);
    expect([turns, press.defaultPrevented]).toEqual([[], false]);
  });

  test('works on a control that is not typed in', () => {
    const { turns } = renderEditor([
      <input key="field" aria-label="field" type="checkbox" />,
      <UndoButtons key="buttons" />,
    ]);
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 'z', ctrlKey: true });
    expect(turns).toEqual(['undo']);
  });

  test('leaves alone what an input method composes, and what was handled already', () => {
    const { turns } = renderEditor(<UndoButtons />);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, isComposing: true });
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(turns).toEqual([]);
  });
});
