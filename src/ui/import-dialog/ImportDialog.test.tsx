// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { graphFileText } from '../../shared/exchange/graph-file';
import { patchesOf } from '../../shared/exchange/graph-patches';
import { applyPatch } from '../../shared/graph/apply-patch';
import { Graph } from '../../shared/graph/graph';
import { toSnapshot } from '../../shared/graph/snapshot';
import { CommandsAround } from '../testing/commands-around';
import { FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { ImportDialog } from './ImportDialog';

function family() {
  const graph = new Graph();
  applyPatch(graph, FAMILY);
  return toSnapshot(graph);
}

const saved = () => new File([...graphFileText(family())], 'family.json', { type: 'application/json' });
const editor = (...shown: Parameters<typeof renderEditor>[1] & {}) =>
  renderEditor(
    <CommandsAround all={[]}>
      <ImportDialog />
    </CommandsAround>,
    shown,
  );
const dialog = () => within(screen.getByRole('dialog', { name: 'Import a file' }));

/** Drops a file somewhere on the page. @returns whether the page keeps the browser from opening it */
function drop(file: File): boolean {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [file] } });
  return !fireEvent(document.body, event);
}

describe('importing a file', () => {
  test('shows what is in it, and changes nothing before it is asked to', async () => {
    const { user, set, edits } = editor();
    set({ panel: 'import', drawn: true });
    await user.upload(dialog().getByLabelText('File to import'), saved());
    expect(await dialog().findByText('Nodes: 3, edges: 1')).toBeDefined();
    const labels = within(dialog().getByRole('list', { name: 'Labels' })).getAllByRole('listitem');
    expect(labels.map(({ textContent }) => textContent)).toEqual(['Personnew2', 'Citynew1']);
    expect(dialog().getByText(/becomes exactly what is in the file, with its title “Family”/u)).toBeDefined();
    expect(edits).toEqual([]);
  });

  test('makes an empty graph exactly what is in it, as one edit', async () => {
    const { user, set, edits } = editor();
    set({ panel: 'import', drawn: true });
    await user.upload(dialog().getByLabelText('File to import'), saved());
    await user.click(await dialog().findByRole('button', { name: 'Import' }));
    expect(edits).toEqual([[...patchesOf(family())].flat()]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('adds it to what is there under new ids', async () => {
    const { user, set, edits } = editor(...FAMILY);
    set({ panel: 'import' });
    await user.upload(dialog().getByLabelText('File to import'), saved());
    await user.click(await dialog().findByRole('button', { name: 'Add to this graph' }));
    const ids = (edits[0] ?? []).flatMap((op) => (op.op === 'create_node' ? [op.nodeId] : []));
    expect(ids).toHaveLength(3);
    for (const { id } of family().nodes) expect(ids).not.toContain(id);
  });

  test('says what is wrong with a file, and offers another', async () => {
    const { user, set, edits } = editor();
    set({ panel: 'import', drawn: true });
    await user.upload(dialog().getByLabelText('File to import'), new File(['{"a": '], 'broken.json'));
    expect((await dialog().findByRole('alert')).textContent).toMatch(/^This file is not JSON/u);
    expect(dialog().queryByRole('button', { name: 'Import' })).toBeNull();
    expect(dialog().getByRole('button', { name: 'Choose another file' })).toBeDefined();
    expect(edits).toEqual([]);
  });

  test('does not begin where it ended', async () => {
    const { user, set } = editor();
    set({ panel: 'import', drawn: true });
    await user.upload(dialog().getByLabelText('File to import'), saved());
    await dialog().findByText('Nodes: 3, edges: 1');
    set({ panel: undefined });
    set({ panel: 'import' });
    expect(dialog().getByRole('button', { name: 'Choose a file' })).toBeDefined();
  });
});

describe('a file that is dropped on the page', () => {
  test('is shown like one that was chosen', async () => {
    const { set } = editor();
    set({ drawn: true });
    expect(drop(saved())).toBe(true);
    expect(await dialog().findByText('Nodes: 3, edges: 1')).toBeDefined();
  });

  test('is taken as a table when it is one', async () => {
    const { store } = editor();
    drop(new File(['name,age\nAnn,7\n'], 'people.csv'));
    await waitFor(() => expect(store.getState().pasting).toEqual({ kind: 'table', text: 'name,age\nAnn,7\n' }));
  });

  test('of who may only view is not taken, which is said; the browser does not leave the page for it', () => {
    const { set, store } = editor();
    set({ role: 'viewer' });
    expect(drop(saved())).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      'You can view this graph, but not change it: nothing was imported.',
    ]);
  });
});
