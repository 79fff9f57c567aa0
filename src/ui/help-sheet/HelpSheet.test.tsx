// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { basicCommands } from '../../commands/basic-commands';
import { must } from '../../shared/assert';
import { CommandsAround } from '../testing/commands-around';
import { renderEditor } from '../testing/render-editor';
import { HelpSheet } from './HelpSheet';

function sheet(role: 'editor' | 'viewer') {
  const rendered = renderEditor(
    <CommandsAround all={basicCommands}>
      <HelpSheet />
    </CommandsAround>,
  );
  rendered.set({ panel: 'help', role });
  return { ...rendered, dialog: within(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })) };
}

const lineOf = (text: string) => must(screen.getByText(text).parentElement?.textContent, 'the line');

test('lists each shortcut, also of what cannot be done just now', () => {
  sheet('editor');
  expect(lineOf('Redo')).toMatch(/^Redo(Ctrl\+Shift\+ZCtrl\+Y|⇧⌘Z⌘Y)$/u);
  expect(lineOf('Delete what is selected')).toContain('Del');
  expect(screen.getByRole('heading', { name: 'Select' })).toBeDefined();
  expect(screen.queryByText('Share …'), 'it has no shortcut').toBeNull();
});

test('tells what the mouse and fingers do', () => {
  const { dialog } = sheet('editor');
  expect(lineOf('Shift and drag')).toContain('Selects what lies in the box');
  expect(lineOf('Drag a label onto the canvas')).toContain('A new node');
  expect(dialog.getByText(/^(Ctrl|⌘) and click$/u)).toBeDefined();
  expect(dialog.getByText('Press and hold')).toBeDefined();
});

test('who may only view is not told how to change things', () => {
  sheet('viewer');
  expect(screen.queryByText('Undo')).toBeNull();
  expect(screen.queryByText('Drag a label onto the canvas')).toBeNull();
  expect(screen.getByText('Shift and drag')).toBeDefined();
});

test('is put away', async () => {
  const { user, store } = sheet('editor');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(store.getState().panel).toBeUndefined());
});
