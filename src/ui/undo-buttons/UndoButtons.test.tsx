// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderEditor } from '../testing/render-editor';
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

  test('are off for who may only view', () => {
    const { set } = renderEditor(<UndoButtons />);
    set({ canUndo: true, canRedo: true, role: 'viewer' });
    expect([button('Undo').disabled, button('Redo').disabled]).toEqual([true, true]);
  });

  test('say their shortcuts', () => {
    renderEditor(<UndoButtons />);
    expect(button('Undo').title).toMatch(/^Undo \((Ctrl\+Z|⌘Z)\)$/u);
    expect(button('Redo').title).toMatch(/^Redo \((Ctrl\+Shift\+Z|⇧⌘Z)\)$/u);
  });
});
