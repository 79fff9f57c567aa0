// @vitest-environment happy-dom
import { createEvent, fireEvent, screen, within } from '@testing-library/react';
import { useEffect } from 'react';
import { describe, expect, test } from 'vitest';
import { listenToClipboard } from '../../clipboard/clipboard-events';
import { clipboardCommands } from '../../commands/clipboard-commands';
import { useCommands, useShortcuts } from '../../commands/commands-context';
import { speak } from '../../i18n/i18n';
import { WIDEST_LIMITS } from '../../shared/graph/graph-limits';
import { CommandsAround } from '../testing/commands-around';
import { ANN, ANN_KNOWS_BO, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { PastePanel } from './PastePanel';

function Listening() {
  const commands = useCommands();
  useShortcuts(commands);
  useEffect(() => listenToClipboard(commands.context), [commands.context]);
  return <input aria-label="field" />;
}

function page({ role = 'editor' }: { role?: 'editor' | 'viewer' } = {}) {
  const asked: string[] = [];
  const rendered = renderEditor(
    <CommandsAround all={clipboardCommands} asked={asked}>
      <Listening />
      <PastePanel />
    </CommandsAround>,
    FAMILY,
  );
  rendered.set({ role });
  return { ...rendered, asked };
}

/** What the browser does when its shortcut is pressed. @returns the text on the clipboard afterwards, and whether it was taken */
function happens(name: 'copy' | 'cut' | 'paste', text = '', on: Element = document.body) {
  const clipboardData = new DataTransfer();
  if (text !== '') clipboardData.setData('text/plain', text);
  const event = createEvent(
    name,
    on,
    { bubbles: true, cancelable: true, clipboardData },
    { EventType: 'ClipboardEvent' },
  );
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  fireEvent(on, event);
  return { text: clipboardData.getData('text/plain'), taken: event.defaultPrevented };
}

const notices = (store: { getState: () => { notices: readonly { text: string }[] } }) =>
  store.getState().notices.map(({ text }) => text);
const dialog = () => within(screen.getByRole('dialog', { name: 'Paste as nodes' }));
const cellsOf = (row: number) =>
  within(dialog().getAllByRole('row')[row] ?? document.body)
    .queryAllByRole('cell')
    .map((cell) => cell.textContent);

describe('copying', () => {
  test('takes the selected nodes, the edges among them, and their types; pasting makes them anew', () => {
    const { set, edits } = page();
    set({ selectedNodes: [ANN, BO] });
    const { text, taken } = happens('copy');
    expect(taken).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      labels: [{ name: 'Person' }],
      edgeTypes: [{ name: 'KNOWS' }],
      nodes: [{ id: ANN }, { id: BO }],
      edges: [{ id: ANN_KNOWS_BO }],
    });
    happens('paste', text);
    const [ops = []] = edits;
    expect(ops).toMatchObject([
      { op: 'create_node', label: 'Person', properties: { name: 'Ann' } },
      { op: 'create_node', label: 'Person', properties: { name: 'Bo' } },
      { op: 'create_edge', type: 'KNOWS', properties: { since: 1999 } },
    ]);
    expect(JSON.stringify(ops)).not.toContain(ANN);
  });

  test('is the field’s own business where someone types, and nobody’s when nothing is selected', () => {
    const { set } = page();
    expect(happens('copy').taken).toBe(false);
    set({ selectedNodes: [ANN] });
    expect(happens('copy', '', screen.getByLabelText('field')).taken).toBe(false);
    expect(happens('paste', 'Cem', screen.getByLabelText('field')).taken).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('cutting deletes what was copied; duplicating lays a copy aside', async () => {
    const { set, user, edits } = page();
    set({ selectedNodes: [ANN] });
    await user.keyboard('{Control>}d{/Control}');
    expect(edits.at(-1)).toMatchObject([
      { op: 'create_node', position: { x: 32, y: 32 }, properties: { name: 'Ann' } },
    ]);
    expect(happens('cut').text).toContain('"Ann"');
    expect(edits.at(-1)).toEqual([{ op: 'delete_node', nodeId: ANN }]);
  });

  test('its keys are left to the browser', () => {
    const { set } = page();
    set({ selectedNodes: [ANN] });
    for (const key of ['c', 'x', 'v']) {
      const press = createEvent.keyDown(document.body, { key, ctrlKey: true });
      fireEvent(document.body, press);
      expect(press.defaultPrevented, key).toBe(false);
    }
  });

  test('is what who may only view can do; cutting and pasting are not', () => {
    const { set, edits, store } = page({ role: 'viewer' });
    set({ selectedNodes: [ANN] });
    const { text } = happens('copy');
    expect(text).toContain('"Ann"');
    happens('cut');
    happens('paste', text);
    happens('paste', 'Cem');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(edits).toEqual([]);
    expect(notices(store)).toEqual([
      expect.stringContaining('nothing was cut'),
      expect.stringContaining('nothing was pasted'),
    ]);
  });
});

describe('pasting a piece of a graph', () => {
  const piece = (age: unknown, id = ANN) =>
    JSON.stringify({
      form: 'kumiko-graph',
      format: 1,
      labels: [{ name: 'Person', properties: { age: 'STRING' } }],
      edgeTypes: [],
      nodes: [{ id, label: 'Person', position: { x: 0, y: 0 }, properties: { age } }],
      edges: [],
    });

  test('asks first when values do not fit, and then pastes without them', async () => {
    const { user, edits } = page();
    happens('paste', piece('seven'));
    expect(edits).toEqual([]);
    const misfits = within(screen.getByRole('dialog', { name: 'Not everything fits' }));
    expect(misfits.getByRole('listitem').textContent).toBe(
      'age of Person is a property of type whole number here: 1 value does not fit.',
    );
    await user.click(misfits.getByRole('button', { name: 'Paste without these values' }));
    expect(edits).toMatchObject([[{ op: 'create_node', label: 'Person', properties: {} }]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('does not ask when nothing is lost', () => {
    const { edits } = page();
    happens('paste', piece('7'));
    expect(edits).toMatchObject([[{ op: 'create_node', properties: { age: 7 } }]]);
  });

  test('says in words what cannot be pasted', () => {
    const { edits, store, set } = page();
    happens('paste');
    happens('paste', piece(7, 'n_1'));
    set({ limits: { ...WIDEST_LIMITS, nodes: 3 } });
    happens('paste', piece('7'));
    expect(edits).toEqual([]);
    expect(notices(store)).toEqual([
      'There is no text on the clipboard that could be pasted.',
      expect.stringMatching(/^What you pasted looks like a piece of a graph, but cannot be read: nodes\.0\.id/u),
      'Nothing was pasted: a graph can have at most 3 nodes.',
    ]);
  });
});

describe('pasting rows', () => {
  test('fills the properties of a label that has them, by their types', async () => {
    const { user, edits, asked } = page();
    happens('paste', 'Name\tAge\tActive\tborn\nCem\t41\tyes\t2001-02-03\nDee\told\tno\t\n');
    expect(dialog().getByLabelText('Label')).toHaveProperty('value', 'person');
    expect(dialog().getByLabelText('Type of column 2')).toMatchObject({ value: 'INT64', disabled: true });
    expect(dialog().getByText('1 value does not fit and is left empty')).toBeTruthy();
    expect(cellsOf(2)).toEqual(['Dee', 'old', 'no', '']);
    await user.click(dialog().getByRole('button', { name: 'Make 2 nodes' }));
    expect(edits).toMatchObject([
      [
        { op: 'create_node', label: 'Person', properties: { Name: 'Cem', Age: 41, Active: true, born: '2001-02-03' } },
        { op: 'create_node', label: 'Person', properties: { Name: 'Dee', Active: false } },
      ],
    ]);
    expect(edits[0]?.[1]).not.toHaveProperty('properties.Age');
    expect(asked).toContain('select new 2');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('makes a new label with the columns that are taken, named and typed as the person says', async () => {
    const { user, edits } = page();
    happens('paste', 'title,pages,note\nEmma,474,a\nMiddlemarch,880,b\n');
    const name = dialog().getByLabelText('Name of the new label');
    await user.clear(name);
    await user.type(name, 'KNOWS');
    expect(dialog().getByRole('alert').textContent).toBe('There is already an edge type of this name.');
    expect(dialog().getByRole('button', { name: 'Make 2 nodes' })).toHaveProperty('disabled', true);
    await user.clear(name);
    await user.type(name, 'Book');
    await user.click(dialog().getByLabelText('Take column 3'));
    await user.selectOptions(dialog().getByLabelText('Type of column 2'), 'decimal number');
    const column = dialog().getByLabelText('Name of column 1');
    await user.clear(column);
    await user.type(column, 'pages');
    expect(dialog().getByText('Another column has this name.')).toBeTruthy();
    await user.clear(column);
    await user.type(column, 'name');
    await user.click(dialog().getByRole('button', { name: 'Make 2 nodes' }));
    expect(edits).toMatchObject([
      [
        {
          op: 'create_label',
          label: 'Book',
          properties: { name: 'STRING', pages: 'DOUBLE' },
          style: { caption: 'name' },
        },
        { op: 'create_node', label: 'Book', properties: { name: 'Emma', pages: 474 } },
        { op: 'create_node', label: 'Book', properties: { name: 'Middlemarch', pages: 880 } },
      ],
    ]);
    expect(edits[0]?.[0]).not.toHaveProperty('properties.note');
  });

  test('lines become nodes with captions; a row of names can be said to be one', async () => {
    const { user, edits } = page();
    happens('paste', 'Cem\nDee\nEve');
    await user.click(dialog().getByLabelText('The first row holds names'));
    expect(dialog().getByRole('button', { name: 'Make 2 nodes' })).toBeTruthy();
    expect(dialog().getByLabelText('Name of column 1')).toHaveProperty('value', 'Cem');
    await user.click(dialog().getByLabelText('The first row holds names'));
    await user.click(dialog().getByRole('button', { name: 'Make 3 nodes' }));
    expect(edits).toMatchObject([
      [{ properties: { name: 'Cem' } }, { properties: { name: 'Dee' } }, { properties: { name: 'Eve' } }],
    ]);
  });

  test('says how many rows there is no room for', async () => {
    const { user, edits, set } = page();
    set({ limits: { ...WIDEST_LIMITS, opsPerPatch: 13 } });
    happens('paste', Array.from({ length: 20 }, (_, n) => `Person ${n}`).join('\n'));
    expect(dialog().getByText('There are 20 rows. Only the first 12 of them can be pasted at once.')).toBeTruthy();
    expect(dialog().getByText('and 2 more rows')).toBeTruthy();
    await user.click(dialog().getByRole('button', { name: 'Make 12 nodes' }));
    expect(edits[0]).toHaveLength(12);
  });

  test('giving up makes nothing; the dialog speaks Japanese', async () => {
    const { user, edits } = page();
    speak('ja');
    try {
      happens('paste', 'Cem');
      await user.click(screen.getByRole('button', { name: 'キャンセル' }));
    } finally {
      speak('en');
    }
    expect(edits).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
