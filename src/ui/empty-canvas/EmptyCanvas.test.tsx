// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { EVERYTHING_SHOWN, withLabel } from '../../store/view-filter';
import { FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { EmptyCanvas } from './EmptyCanvas';

test('an empty graph says how to begin; with a label, how to use it', () => {
  const { show, set } = renderEditor(<EmptyCanvas />);
  expect(screen.getByText(/^Make a label first/u)).toBeDefined();
  expect(screen.getByText(/double-click anywhere/u)).toBeDefined();
  show({ op: 'create_label', label: 'Person', properties: {} });
  expect(screen.getByText(/^Drag a label/u)).toBeDefined();
  set({ role: 'viewer' });
  expect(screen.getByText('This graph is empty.')).toBeDefined();
  expect(screen.queryByText(/double-click/u)).toBeNull();
});

test('where all is hidden it says so, and shows it again', async () => {
  const { user, store, set } = renderEditor(<EmptyCanvas />, FAMILY);
  const { nodes } = store.getState();
  set({ shownNodes: nodes.size });
  expect(screen.queryByTestId('all-hidden')).toBeNull();
  set({ viewFilter: withLabel(EVERYTHING_SHOWN, 'Person', true, nodes), shownNodes: 0 });
  expect(screen.getByText('Everything in this graph is hidden.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Show everything' }));
  expect(store.getState().viewFilter).toBe(EVERYTHING_SHOWN);
});
