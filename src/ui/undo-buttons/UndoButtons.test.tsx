// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { speak } from '../../i18n/i18n';
import { type NetChanges, NO_CHANGES } from '../../shared/graph/changes';
import type { GraphNode } from '../../shared/graph/model';
import { ANN, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { UndoButtons } from './UndoButtons';

const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const [undo, redo] = [/^Undo/u, /^Redo/u];
const ann: GraphNode = { id: ANN, label: 'Person', position: { x: 0, y: 0 }, properties: new Map([['name', 'Ann']]) };
const DELETED: NetChanges = { ...NO_CHANGES, node: new Map([[ANN, { before: ann, after: undefined }]]) };

describe('the buttons', () => {
  test('undo and redo', async () => {
    const { user, set, turns } = renderEditor(<UndoButtons />);
    set({ nextUndo: DELETED, nextRedo: DELETED });
    await user.click(button(undo));
    await user.click(button(redo));
    expect(turns).toEqual(['undo', 'redo']);
  });

  test('are off while there is nothing to take back', () => {
    const { set } = renderEditor(<UndoButtons />);
    const off = () => [button(undo).disabled, button(redo).disabled];
    expect(off()).toEqual([true, true]);
    set({ nextUndo: DELETED });
    expect(off()).toEqual([false, true]);
    set({ nextUndo: undefined, nextRedo: DELETED });
    expect(off()).toEqual([true, false]);
  });

  test('are off for who may only view', () => {
    const { set } = renderEditor(<UndoButtons />);
    set({ nextUndo: DELETED, nextRedo: DELETED, role: 'viewer' });
    expect([button(undo).disabled, button(redo).disabled]).toEqual([true, true]);
  });

  test('say their shortcuts', () => {
    renderEditor(<UndoButtons />);
    expect(button(undo).title).toMatch(/^Undo \((Ctrl\+Z|⌘Z)\)$/u);
    expect(button(redo).title).toMatch(/^Redo \((Ctrl\+Shift\+Z|⇧⌘Z)\)$/u);
  });

  test('say what they would take back, in the language of the page', () => {
    const { set } = renderEditor(<UndoButtons />, FAMILY);
    onTestFinished(() => speak('en'));
    set({ nextUndo: DELETED, nextRedo: DELETED });
    expect(button(undo).title).toMatch(/^Undo: delete “Ann” \((Ctrl\+Z|⌘Z)\)$/u);
    expect(button(redo).getAttribute('aria-label')).toBe('Redo: delete “Ann”');
    act(() => speak('ja'));
    expect(button(/^元に戻す/u).getAttribute('aria-label')).toBe('元に戻す：「Ann」の削除');
  });
});
