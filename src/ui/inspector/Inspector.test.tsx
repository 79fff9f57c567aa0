// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { CommandsAround } from '../testing/commands-around';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../testing/family';
import { type RenderedEditor, renderEditor } from '../testing/render-editor';
import { Inspector } from './Inspector';

const inspector = () => screen.getByRole('complementary', { name: 'Inspector' });

function inspecting(nodes: readonly string[], edges: readonly string[] = []): RenderedEditor {
  const rendered = renderEditor(
    <CommandsAround all={[]}>
      <Inspector />
    </CommandsAround>,
    FAMILY,
  );
  rendered.set({ selectedNodes: nodes, selectedEdges: edges });
  return rendered;
}

test('with nothing selected it says what to do', () => {
  inspecting([]);
  expect(screen.getByText(/Select a node or an edge/u)).toBeDefined();
  expect(inspector().dataset['empty']).toBe('true');
});

test('a node shows its label and its properties, the caption first', () => {
  const { show } = inspecting([ANN]);
  expect(screen.getByRole('heading').textContent).toBe('Person');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^name/u }).value).toBe('Ann');
  show({ op: 'add_property', on: 'node', of: 'Person', key: 'nick', type: 'STRING' });
  const names = screen.getAllByRole('button', { name: /^Remove/u }).map((button) => button.title);
  expect(names).toEqual(['name', 'age', 'height', 'active', 'born', 'seen', 'nick'].map((name) => `Remove ${name}`));
});

test('an edge shows its type, its ends by their captions, and its properties', () => {
  const { show } = inspecting([], [ANN_KNOWS_BO]);
  expect(screen.getByRole('heading').textContent).toBe('KNOWS');
  expect(screen.getByText('Ann')).toBeDefined();
  expect(screen.getByText('Bo')).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^since/u }).value).toBe('1999');
  show({ op: 'remove_property', on: 'node', id: BO, key: 'name' });
  expect(screen.getByText('Unnamed Person')).toBeDefined();
});

test('a node or an edge is deleted in one edit', async () => {
  const { user, edits, set } = inspecting([ANN]);
  await user.click(screen.getByRole('button', { name: 'Delete node' }));
  set({ selectedNodes: [], selectedEdges: [ANN_KNOWS_BO] });
  await user.click(screen.getByRole('button', { name: 'Delete edge' }));
  expect(edits).toEqual([[{ op: 'delete_node', nodeId: ANN }], [{ op: 'delete_edge', edgeId: ANN_KNOWS_BO }]]);
});

describe('several', () => {
  test.each([
    [
      [ANN, BO],
      [],
      'Delete 2 nodes',
      [
        { op: 'delete_node', nodeId: ANN },
        { op: 'delete_node', nodeId: BO },
      ],
    ],
    // The edge goes with its node.
    [[ANN], [ANN_KNOWS_BO], 'Delete 1 node and 1 edge', [{ op: 'delete_node', nodeId: ANN }]],
  ])('are counted and deleted together: %j %j', async (nodes, edges, words, ops) => {
    const rendered = inspecting(nodes, edges);
    await rendered.user.click(screen.getByRole('button', { name: words }));
    expect(rendered.edits).toEqual([ops]);
  });

  test('are counted by label', () => {
    inspecting([ANN, CITY, BO]);
    const kinds = screen.getByRole('list', { name: 'What is selected' });
    expect([...kinds.children].map(({ textContent }) => textContent)).toEqual(['Person2', 'City1']);
  });

  test('show what they have in common, and where they differ', async () => {
    const { show } = inspecting([ANN, BO]);
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: /^name/u });
    expect([name.value, name.placeholder]).toEqual(['', 'Mixed']);
    show({ op: 'set_property', on: 'node', id: BO, key: 'name', value: 'Ann' });
    expect([name.value, name.placeholder]).toEqual(['Ann', '']);
  });

  test('are changed in one edit, but for those that have the value already', async () => {
    const { user, edits } = inspecting([ANN, BO]);
    const name = screen.getByRole('textbox', { name: /^name/u });
    await user.type(name, 'Bo{Enter}');
    expect(edits).toEqual([[{ op: 'set_property', on: 'node', id: ANN, key: 'name', value: 'Bo' }]]);
    await user.type(screen.getByRole('textbox', { name: /^age/u }), '7{Enter}');
    expect(edits[1]).toEqual([ANN, BO].map((id) => ({ op: 'set_property', on: 'node', id, key: 'age', value: 7 })));
  });

  test('keep their different values when a field is only visited, and lose them by its button', async () => {
    const { user, edits } = inspecting([ANN, BO]);
    await user.click(screen.getByRole('textbox', { name: /^name/u }));
    await user.tab();
    expect(edits).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove name' }));
    expect(edits).toEqual([[ANN, BO].map((id) => ({ op: 'remove_property', on: 'node', id, key: 'name' }))]);
  });

  test('of different labels have in common what has the same name and type', () => {
    const { set } = inspecting([ANN, CITY]);
    expect(screen.getAllByRole('textbox').length).toBe(1);
    set({ selectedNodes: [ANN], selectedEdges: [ANN_KNOWS_BO] });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/only nodes, or only edges/u)).toBeDefined();
  });

  test('a draft is not carried to another selection', async () => {
    const { user, edits, set } = inspecting([ANN, BO]);
    await user.type(screen.getByRole('textbox', { name: /^age/u }), '7');
    set({ selectedNodes: [ANN, BO, CITY] });
    expect(screen.queryByRole('textbox', { name: /^age/u })).toBeNull();
    for (const op of edits.flat()) expect(op).toMatchObject({ key: 'age', value: 7 });
  });
});

describe('the keyboard', () => {
  test('is left where it is, so that Delete still deletes', () => {
    inspecting([CITY]);
    expect(document.activeElement).toBe(document.body);
  });

  test('is not taken from a field when someone else takes the caption away', async () => {
    const { user, edits, show } = inspecting([ANN]);
    const age = screen.getByRole<HTMLInputElement>('textbox', { name: /^age/u });
    await user.type(age, '4');
    show({ op: 'remove_property', on: 'node', id: ANN, key: 'name' });
    expect(document.activeElement).toBe(age);
    await user.keyboard('2{Enter}');
    expect(edits).toEqual([[{ op: 'set_property', on: 'node', id: ANN, key: 'age', value: 42 }]]);
  });
});

test.each<[string, Partial<{ selectedNodes: string[]; selectedEdges: string[] }>]>([
  ['another node', { selectedNodes: [BO] }],
  ['an edge', { selectedNodes: [], selectedEdges: [ANN_KNOWS_BO] }],
  ['nothing', { selectedNodes: [] }],
])('a draft is never written to %s that is selected meanwhile', async (_, selection) => {
  const { user, edits, set } = inspecting([ANN]);
  await user.type(screen.getByRole('textbox', { name: /^name/u }), 'a');
  set(selection);
  await user.keyboard('{Enter}');
  await user.click(document.body);
  set({ selectedNodes: [BO], selectedEdges: [] });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^name/u }).value).toBe('Bo');
  for (const op of edits.flat()) expect(op).toMatchObject({ on: 'node', id: ANN });
});

test('when what is selected is deleted by someone else, its fields go', () => {
  const { show } = inspecting([ANN]);
  show({ op: 'delete_node', nodeId: ANN });
  expect(screen.queryByRole('textbox')).toBeNull();
});

describe('a further property', () => {
  const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the new property' });
  async function adding(nodes: readonly string[], edges: readonly string[] = []) {
    const rendered = inspecting(nodes, edges);
    await rendered.user.click(screen.getByRole('button', { name: 'Add property' }));
    return rendered;
  }

  test('is text unless said otherwise', async () => {
    const { user, edits } = await adding([ANN]);
    await user.type(name(), ' shoe  size {Enter}');
    expect(edits).toEqual([[{ op: 'add_property', on: 'node', of: 'Person', key: 'shoe size', type: 'STRING' }]]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add property' }));
  });

  test('of an edge, with a type chosen by its words', async () => {
    const { user, edits } = await adding([], [ANN_KNOWS_BO]);
    await user.type(name(), 'until');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type of the new property' }), 'date and time');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(edits).toEqual([[{ op: 'add_property', on: 'edge', of: 'KNOWS', key: 'until', type: 'TIMESTAMP' }]]);
  });

  test.each([
    ['{Enter}', 'A name cannot be empty.'],
    ['_x{Enter}', 'A name cannot begin with an underscore.'],
    ['Id{Enter}', 'The name "id" is taken by the editor itself.'],
    ['a.b{Enter}', 'A name can have letters, digits, spaces and underscores only.'],
    ['AGE{Enter}', 'Person already has a property "age".'],
  ])('%s is not made; the field keeps it and says why', async (typed, words) => {
    const { user, edits } = await adding([ANN]);
    await user.type(name(), typed);
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(name().value).toBe(typed.replace('{Enter}', ''));
    expect(name().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    expect(edits).toEqual([]);
  });

  test.each(['Escape', 'Cancel'])('%s lets go of it', async (way) => {
    const { user, edits } = await adding([ANN]);
    await user.type(name(), 'shoe');
    if (way === 'Escape') await user.keyboard('{Escape}');
    else await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('textbox', { name: 'Name of the new property' })).toBeNull();
    expect(edits).toEqual([]);
  });

  test('one that is being made is not carried to another selection', async () => {
    const { user, set } = await adding([ANN]);
    await user.type(name(), 'shoe');
    set({ selectedNodes: [CITY] });
    expect(screen.queryByRole('textbox', { name: 'Name of the new property' })).toBeNull();
  });
});

describe('who may only view', () => {
  test.each<[string, string[], string[]]>([
    ['a node', [ANN], []],
    ['an edge', [], [ANN_KNOWS_BO]],
    ['several', [ANN, BO], [ANN_KNOWS_BO]],
  ])('%s is shown to them to be read, and nothing can be pressed', (_, nodes, edges) => {
    const { set } = inspecting(nodes, edges);
    set({ role: 'viewer' });
    expect(screen.getByText('You can only view this graph.')).toBeDefined();
    for (const field of screen.queryAllByRole<HTMLInputElement>('textbox')) expect(field.readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: /Delete|Remove|Add/u })).toBeNull();
  });

  test('yes and no are only told', async () => {
    const { user, set, edits } = inspecting([ANN]);
    set({ role: 'viewer' });
    await user.click(screen.getByRole('button', { name: 'Yes' }));
    expect(edits).toEqual([]);
  });

  test('is not told to drag and change', () => {
    const { set } = inspecting([]);
    expect(screen.getByText(/see and change it/u)).toBeDefined();
    set({ role: 'viewer' });
    expect(screen.queryByText(/change|drag/iu)).toBeNull();
  });
});

describe('where a node is', () => {
  const x = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'x' });

  test('is two numbers; typing one moves the node in one edit', async () => {
    const { user, edits } = inspecting([ANN]);
    const before = x().value;
    await user.clear(x());
    await user.type(x(), '120.4{Enter}');
    expect(edits).toEqual([[{ op: 'move_node', nodeId: ANN, position: { x: 120, y: expect.any(Number) } }]]);
    await user.type(x(), '9');
    await user.keyboard('{Escape}');
    expect(x().value).toBe(before);
    expect(edits.length).toBe(1);
  });

  test('what is no place is said beside the field, and the node stays', async () => {
    const { user, edits } = inspecting([ANN]);
    await user.clear(x());
    await user.type(x(), 'left{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('What was there before is kept.');
    await user.clear(x());
    await user.type(x(), '1e12{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('too far out');
    expect(x().getAttribute('aria-invalid')).toBe('true');
    expect(edits).toEqual([]);
  });

  test('is only shown to who may not edit', () => {
    const { set } = inspecting([ANN]);
    set({ role: 'viewer' });
    expect(x().readOnly).toBe(true);
  });
});

test('an id is there to copy, of nodes and of edges', async () => {
  const { user, set } = inspecting([ANN]);
  await user.click(screen.getByRole('button', { name: 'Copy the id' }));
  expect(await navigator.clipboard.readText()).toBe(ANN);
  set({ selectedNodes: [], selectedEdges: [ANN_KNOWS_BO] });
  expect(screen.getByText(ANN_KNOWS_BO)).toBeDefined();
});

test('the ends of an edge lead to its nodes', async () => {
  const { user, store } = inspecting([], [ANN_KNOWS_BO]);
  await user.click(screen.getByRole('button', { name: 'Bo' }));
  expect(store.getState()).toMatchObject({ selectedNodes: [BO], selectedEdges: [] });
  expect(screen.getByRole('heading').textContent).toBe('Person');
});
