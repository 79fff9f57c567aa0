// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { compute } from '../../algorithms/compute';
import type { Op } from '../../shared/graph/ops';
import { testNodeId, testRuleId } from '../../shared/graph/ops.arbitrary';
import type { StyleRule } from '../../shared/graph/style-rules';
import { ANN, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { Legends } from './Legends';
import { StylingPanel } from './StylingPanel';

const AGED: readonly Op[] = [
  { op: 'set_property', on: 'node', id: ANN, key: 'age', value: 7 },
  { op: 'set_property', on: 'node', id: BO, key: 'age', value: 40 },
  { op: 'set_property', on: 'node', id: BO, key: 'active', value: true },
];
const byAge: StyleRule = {
  id: testRuleId(1),
  rank: 1,
  on: 'node',
  of: 'Person',
  look: { set: 'size_by_number', by: { key: 'age' } },
};
const redEdges: StyleRule = {
  id: testRuleId(2),
  rank: 2,
  on: 'edge',
  of: 'KNOWS',
  where: { key: 'since', is: 'less', value: 2000 },
  look: { set: 'color', color: '#b5563f' },
};

/** What people typed is isolated from the words around it. */
const withoutIsolates = (text: string | null) => text?.replace(/[\u2068\u2069]/gu, '');

function open(...rules: StyleRule[]) {
  const rendered = renderEditor(
    <>
      <StylingPanel />
      <Legends compute={async (task) => compute(task)} />
    </>,
    [...FAMILY, ...AGED, ...rules.map((rule): Op => ({ op: 'put_rule', rule }))],
  );
  rendered.set({ panel: 'styling', drawn: true });
  return rendered;
}

const listed = () =>
  within(screen.getByRole('list', { name: 'Rules' }))
    .getAllByRole('listitem')
    .map((item) => withoutIsolates(item.textContent));
const legend = () => screen.getByRole('region', { name: 'What the styling means' });

test('two presses make a rule that shows something: of most nodes, the size by their first number', async () => {
  const { user, edits } = open();
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(edits).toEqual([[{ op: 'put_rule', rule: { ...byAge, id: expect.stringMatching(/^r_/u) } }]]);
});

test('rules are said in words, the one that counts most first, by the names of now', () => {
  const { show } = open(byAge, redEdges);
  expect(listed()).toEqual(['KNOWS where since < 2000: colour Brick red', 'Person: size by age']);
  show({ op: 'rename_property', on: 'node', of: 'Person', key: 'age', to: 'years' });
  expect(listed()[1]).toBe('Person: size by years');
  show({ op: 'delete_type', on: 'node', of: 'Person' });
  expect(listed()[1]).toContain('not in the graph any more');
});

test('an icon is told by what it is called, and one of a newer version as it is written', () => {
  const icon = (id: number, name: string): StyleRule => ({
    ...{ id: testRuleId(id), rank: id, on: 'node', of: 'Person' },
    look: { set: 'icon', icon: name },
  });
  open(icon(3, 'building-2'), icon(4, 'spaceship'));
  expect(listed()).toEqual(['Person: icon spaceship', 'Person: icon Company']);
});

test('a rule for edges with a condition', async () => {
  const { user, edits } = open();
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'For' }), 'Edges');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Edge type' }), 'KNOWS');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Only if' }), 'since');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Condition' }), 'is less than');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look' }), 'Colour');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByRole('alert').textContent).not.toBe('');
  expect(edits).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Value' }), '2000');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(edits).toEqual([[{ op: 'put_rule', rule: { ...redEdges, rank: 1, id: expect.stringMatching(/^r_/u) } }]]);
});

test('by value: those that are there get colours, which can be others', async () => {
  const { user, edits } = open();
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look' }), 'Colour by value');
  await user.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'name');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(edits[0]).toMatchObject([
    { rule: { look: { set: 'color_by_value', by: { key: 'name' }, colors: [{ value: 'Ann' }, { value: 'Bo' }] } } },
  ]);
});

test('is changed, moved and deleted, each in one edit', async () => {
  const { user, edits } = open(byAge, redEdges);
  await user.click(screen.getByRole('button', { name: /^Edit: .*Person/u }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'height');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(screen.getByRole('button', { name: /^Move up: .*Person/u }));
  await user.click(screen.getByRole('button', { name: /^Delete: .*KNOWS/u }));
  expect(edits).toEqual([
    [{ op: 'put_rule', rule: { ...byAge, look: { set: 'size_by_number', by: { key: 'height' } } } }],
    [{ op: 'put_rule', rule: { ...byAge, rank: 3 } }],
    [{ op: 'delete_rule', ruleId: redEdges.id }],
  ]);
});

test('the legend says what sizes and colours mean, follows the numbers, and folds', async () => {
  const { user, show } = open(byAge, redEdges);
  expect(withoutIsolates(legend().textContent)).toContain('KNOWS where since < 2000: colour Brick red');
  expect(within(legend()).getByRole('img', { name: 'From 7 to 40' })).toBeDefined();
  show({ op: 'set_property', on: 'node', id: BO, key: 'age', value: 90 });
  expect(within(legend()).getByRole('img', { name: 'From 7 to 90' })).toBeDefined();
  await user.click(within(legend()).getByRole('button', { name: 'Fold' }));
  expect(within(legend()).queryByRole('list')).toBeNull();
});

test('who may only view sees rules and legend, and changes nothing', () => {
  const { set } = open(byAge);
  set({ role: 'viewer' });
  expect(listed()).toEqual(['Person: size by age']);
  expect(
    within(screen.getByRole('dialog'))
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label')),
  ).toEqual(['Close']);
  expect(legend()).toBeDefined();
});

test('a graph without nodes has a form, too', async () => {
  const { user, show } = open();
  for (const id of [ANN, BO, testNodeId(3)]) show({ op: 'delete_node', nodeId: id });
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  expect(screen.getByRole('form')).toBeDefined();
});

test('a rule by what an algorithm says, in words and in the list of what a look can be taken from', async () => {
  const { user, edits } = open();
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'PageRank');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Label' }), 'All nodes');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  const look = { set: 'size_by_number', by: { algorithm: 'pagerank' } };
  expect(edits).toEqual([[{ op: 'put_rule', rule: { id: expect.any(String), rank: 1, on: 'node', look } }]]);
});

test('groups have colours of their own; edges are not measured', async () => {
  const { user, edits } = open();
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look' }), 'Colour by value');
  await user.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'Communities (Louvain)');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(edits).toMatchObject([
    [{ rule: { look: { set: 'color_by_value', by: { algorithm: 'communities' }, colors: expect.any(Array) } } }],
  ]);
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'For' }), 'Edges');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look' }), 'Thickness by number');
  const offered = within(screen.getByRole('combobox', { name: 'By' })).getAllByRole('option');
  expect(offered.map(({ textContent }) => textContent)).toEqual(['since']);
});

test('a rule by an algorithm is said by its name', () => {
  open({ ...byAge, look: { set: 'size_by_number', by: { algorithm: 'pagerank' } } });
  expect(listed()).toEqual(['Person: size by PageRank']);
});
