// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Op } from '../../shared/graph/ops';
import { CommandsAround } from '../testing/commands-around';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../testing/family';
import { type RenderedEditor, renderEditor } from '../testing/render-editor';
import { Inspector } from './Inspector';

function inspecting(nodes: readonly string[], edges: readonly string[] = [], more: readonly Op[] = []): RenderedEditor {
  const rendered = renderEditor(
    <CommandsAround all={[]}>
      <Inspector />
    </CommandsAround>,
    [...FAMILY, ...more],
  );
  rendered.set({ role: 'editor', selectedNodes: nodes, selectedEdges: edges });
  return rendered;
}

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole<HTMLInputElement>('combobox', { name });

describe('another label', () => {
  test('is chosen from those there are', async () => {
    const { user, edits } = inspecting([CITY]);
    await user.click(button('Change the label'));
    expect(document.activeElement).toBe(field('Label'));
    await user.keyboard('pers{Enter}');
    expect(edits).toEqual([[{ op: 'set_label', nodeId: CITY, label: 'Person' }]]);
  });

  test('gets the properties it lacks, in the same edit', async () => {
    const age: Op = { op: 'set_property', on: 'node', id: ANN, key: 'age', value: 7 };
    const { user, edits } = inspecting([ANN], [], [age]);
    await user.click(button('Change the label'));
    await user.keyboard('city{Enter}');
    expect(edits).toEqual([
      [
        { op: 'add_property', on: 'node', of: 'City', key: 'age', type: 'INT64' },
        { op: 'set_label', nodeId: ANN, label: 'City' },
      ],
    ]);
  });

  test('is made where it is new, for all that are selected', async () => {
    const { user, edits } = inspecting([ANN, CITY]);
    await user.click(button('Change the label'));
    await user.keyboard('Hero{Enter}');
    expect(edits).toMatchObject([
      [
        { op: 'create_label', label: 'Hero' },
        { op: 'set_label', nodeId: ANN, label: 'Hero' },
        { op: 'set_label', nodeId: CITY, label: 'Hero' },
      ],
    ]);
  });

  test('that has something else by the same name is asked about first', async () => {
    const more: Op[] = [
      { op: 'create_label', label: 'Robot', properties: { name: 'INT64' } },
      { op: 'set_property', on: 'node', id: BO, key: 'name', value: '12' },
    ];
    const { user, edits } = inspecting([ANN, BO], [], more);
    await user.click(button('Change the label'));
    await user.keyboard('robot{Enter}');
    expect(
      screen.getByRole('group', {
        name: '1 value of name does not fit Robot, where that is a whole number: “Ann”. It will be removed.',
      }),
    ).toBeDefined();
    expect(edits).toEqual([]);
    await user.click(button('Change all the same'));
    expect(edits).toEqual([[ANN, BO].map((nodeId) => ({ op: 'set_label', nodeId, label: 'Robot' }))]);
  });

  test('cannot be called as an edge type is, and Esc leaves all as it was', async () => {
    const { user, edits } = inspecting([ANN]);
    await user.click(button('Change the label'));
    await user.keyboard('knows{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('"KNOWS" is already an edge type.');
    await user.keyboard('{Escape}');
    expect(edits).toEqual([]);
    expect(document.activeElement).toBe(button('Change the label'));
  });
});

test('another type of an edge', async () => {
  const { user, edits } = inspecting([], [ANN_KNOWS_BO]);
  await user.click(button('Change the type'));
  await user.keyboard('lives{Enter}');
  expect(edits).toEqual([
    [
      { op: 'add_property', on: 'edge', of: 'LIVES IN', key: 'since', type: 'INT64' },
      { op: 'set_edge_type', edgeId: ANN_KNOWS_BO, type: 'LIVES IN' },
    ],
  ]);
});

test('what is selected of both kinds has neither', () => {
  inspecting([ANN], [ANN_KNOWS_BO]);
  expect(screen.queryByRole('button', { name: /^Change the/u })).toBeNull();
});

describe('a property, from its field', () => {
  const settings = () => button('Change the property age');

  test('is renamed, and the keyboard is at its settings', async () => {
    const { user, edits, show } = inspecting([ANN]);
    await user.click(settings());
    const name = screen.getByRole('textbox', { name: 'New name of age' });
    await user.clear(name);
    await user.type(name, 'years{Enter}');
    expect(edits).toEqual([[{ op: 'rename_property', on: 'node', of: 'Person', key: 'age', to: 'years' }]]);
    show({ op: 'rename_property', on: 'node', of: 'Person', key: 'age', to: 'years' });
    expect(document.activeElement).toBe(button('Change the property years'));
    expect(screen.getByRole('textbox', { name: 'New name of years' })).toBeDefined();
  });

  test('is removed from all, with what that takes', async () => {
    const { user, edits } = inspecting([ANN]);
    await user.click(settings());
    await user.click(button('Remove from all …'));
    expect(screen.getByText('This removes age from Person. It has no values.')).toBeDefined();
    await user.click(button('Remove'));
    expect(edits).toEqual([[{ op: 'delete_property', on: 'node', of: 'Person', key: 'age' }]]);
  });

  test('has no settings for who may only view', () => {
    const { set } = inspecting([ANN]);
    set({ role: 'viewer' });
    expect(screen.queryByRole('button', { name: /^Change/u })).toBeNull();
  });
});
