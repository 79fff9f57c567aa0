// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Computing } from '../../algorithms/browser-algorithms';
import { compute } from '../../algorithms/compute';
import type { Op } from '../../shared/graph/ops';
import { testEdgeId } from '../../shared/graph/ops.arbitrary';
import { nodeLook } from '../../store/node-look';
import { CommandsAround } from '../testing/commands-around';
import { ANN, BO, CITY, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { AlgorithmsPanel } from './AlgorithmsPanel';
import { MeasureLegend } from './MeasureLegend';

const here: Computing = async (task) => compute(task);
const edge = (n: number, source: string, target: string, properties = {}): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type: 'KNOWS',
  source,
  target,
  properties,
});

// Nothing has a size here, and a list draws what is in sight.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(340);
});
afterEach(() => vi.restoreAllMocks());

function open(computing: Computing = here, more: readonly Op[] = []) {
  const asked: string[] = [];
  const rendered = renderEditor(
    <CommandsAround all={[]} asked={asked}>
      <AlgorithmsPanel compute={computing} />
      <MeasureLegend compute={computing} />
    </CommandsAround>,
    [...FAMILY, ...more],
  );
  rendered.set({ panel: 'algorithms', drawn: true });
  const { user } = rendered;
  const finds = async (name: RegExp) => {
    await user.click(screen.getByRole('radio', { name }));
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await screen.findAllByRole('cell');
  };
  const legend = () => screen.getByRole('region', { name: 'Legend' });
  return { ...rendered, asked, finds, legend };
}

const cells = () =>
  screen
    .getAllByRole('row')
    .map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map((cell) => cell.textContent),
    )
    .filter((row) => row.length > 0);

test('what was found is listed, the most first; sorted otherwise; and one goes there', async () => {
  const { user, finds, asked, store } = open(here, [edge(2, ANN, CITY)]);
  await finds(/^Connections/u);
  expect(cells()).toEqual([
    ['1', 'Ann', '2'],
    ['2', 'Bo', '1'],
    ['2', 'City', '1'],
  ]);
  await user.click(screen.getByRole('button', { name: 'Value' }));
  expect(cells().at(-1)).toEqual(['1', 'Ann', '2']);
  expect(screen.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe('ascending');
  await user.click(screen.getByRole('button', { name: /Bo/u }));
  expect(store.getState().selectedNodes).toEqual([BO]);
  expect(asked).toEqual(['show 1']);
});

test('scores are sizes on the canvas, or colours, or nothing; and cleared', async () => {
  const { user, finds, legend, store } = open(here, [edge(2, ANN, CITY)]);
  const look = () => nodeLook({ id: ANN, label: 'Person', properties: {} }, store.getState());
  await finds(/^Connections/u);
  expect(look()).toMatchObject({ size: 'huge', color: '#3f6fb5', measured: 2 });
  expect(within(legend()).getByRole('img').getAttribute('aria-label')).toBe('From 1 to 2');
  await user.click(screen.getByRole('radio', { name: 'Colour' }));
  expect(look()).toMatchObject({ size: 'medium', color: '#c22672' });
  await user.click(screen.getByRole('radio', { name: 'Not shown' }));
  expect(look()).toMatchObject({ size: 'medium', color: '#3f6fb5', measured: undefined });
  expect(screen.queryByRole('region', { name: 'Legend' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(store.getState().measure).toBeUndefined();
  expect(screen.getByRole('button', { name: 'Run' })).toBeDefined();
});

test('groups are colours with a legend', async () => {
  const { finds, legend } = open();
  await finds(/^Connected parts/u);
  expect(
    within(legend())
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Group 1: 2 nodes', 'Group 2: 1 node']);
  expect(screen.queryByRole('radio', { name: 'Size' })).toBeNull();
  expect(screen.getByText('2 groups. Of 3 nodes and 1 edge.')).toBeDefined();
});

test('that the graph has changed since is said, but not when only values or places changed', async () => {
  const { finds, legend, show, user } = open();
  await finds(/^Connections/u);
  const changed = 'The graph has changed since.';
  show({ op: 'set_property', on: 'node', id: ANN, key: 'name', value: 'Anna' });
  show({ op: 'move_node', nodeId: ANN, position: { x: 7, y: 7 } });
  expect(within(legend()).queryByText(changed)).toBeNull();
  show(edge(3, BO, CITY));
  expect(within(legend()).getByText(changed)).toBeDefined();
  await user.click(within(legend()).getByRole('button', { name: 'Run again' }));
  await waitFor(() => expect(within(legend()).queryByText(changed)).toBeNull());
});

test('only what is selected, only some types, and by how much edges count', async () => {
  const { user, finds, set } = open(here, [
    edge(2, BO, ANN),
    edge(3, ANN, CITY, { since: 5 }),
    { op: 'create_edge', edgeId: testEdgeId(4), type: 'LIVES IN', source: ANN, target: BO, properties: {} },
  ]);
  set({ selectedNodes: [ANN, BO] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'On' }), 'What is selected (2)');
  await user.click(screen.getByRole('radio', { name: /^Outgoing/u }));
  await user.selectOptions(screen.getByRole('combobox', { name: /How much/u }), 'since');
  await user.click(screen.getByRole('checkbox', { name: 'LIVES IN' }));
  await finds(/^Outgoing/u);
  expect(cells()).toEqual([
    ['1', 'Ann', '1,999'],
    ['2', 'Bo', '0'],
  ]);
  expect(screen.getByText(/1 edge without a number above 0 was left out\./u)).toBeDefined();
});

test('one that runs says how far it is; cancelled, nothing is shown', async () => {
  let stopped = false;
  const endless: Computing = (_, { stop, onProgress }) =>
    new Promise((_, reject) => {
      onProgress(0.25);
      stop.addEventListener('abort', () => {
        stopped = true;
        reject(new Error('stopped'));
      });
    });
  const { user, store } = open(endless);
  await user.click(screen.getByRole('button', { name: 'Run' }));
  expect(screen.getByRole('progressbar', { name: 'PageRank' }).getAttribute('value')).toBe('0.25');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(store.getState().measuring).toBeUndefined());
  expect(stopped).toBe(true);
  expect(store.getState().measure).toBeUndefined();
  expect(store.getState().notices).toEqual([]);
});

test('one that fails is told, and can be tried again', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user, store } = open(() => Promise.reject(new Error('broken')));
  await user.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() =>
    expect(store.getState().notices.map(({ text }) => text)).toEqual(['That could not be computed. Please try again.']),
  );
  expect(screen.getByRole('button', { name: 'Run' })).toBeDefined();
  expect(error).toHaveBeenCalled();
});

test('what was found is saved as a property in one edit, defined where it is missing', async () => {
  const { user, finds, edits } = open();
  await finds(/^Connections/u);
  await user.click(screen.getByRole('button', { name: /Save as property/u }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(edits).toHaveLength(1);
  expect(edits[0]).toEqual([
    { op: 'add_property', on: 'node', of: 'Person', key: 'degree', type: 'INT64' },
    { op: 'add_property', on: 'node', of: 'City', key: 'degree', type: 'INT64' },
    { op: 'set_property', on: 'node', id: ANN, key: 'degree', value: 1 },
    { op: 'set_property', on: 'node', id: BO, key: 'degree', value: 1 },
    { op: 'set_property', on: 'node', id: CITY, key: 'degree', value: 0 },
  ]);
});

test('a property of another type, and a name that is none, are refused in words; one that fits is used as it is spelt', async () => {
  const { user, finds, edits } = open();
  await finds(/^PageRank/u);
  await user.click(screen.getByRole('button', { name: /Save as property/u }));
  const field = screen.getByRole('textbox', { name: 'Name of the property' });
  const saves = async (name: string) => {
    await user.clear(field);
    await user.type(field, name);
    await user.click(screen.getByRole('button', { name: 'Save' }));
  };
  await saves('Age');
  expect(screen.getByRole('alert').textContent).toMatch(/has .*age.* already, as whole number/u);
  await saves('a/b');
  expect(screen.getByRole('alert').textContent).toMatch(/letters, digits/u);
  expect(edits).toEqual([]);
  await saves('HEIGHT');
  expect(edits[0]?.[0]).toEqual({ op: 'add_property', on: 'node', of: 'City', key: 'HEIGHT', type: 'DOUBLE' });
  expect(edits[0]?.filter((op) => op.op === 'set_property').map(({ key }) => key)).toEqual([
    'height',
    'height',
    'HEIGHT',
  ]);
});

test('who may only view computes, and cannot save', async () => {
  const { finds, set } = open();
  set({ role: 'viewer' });
  await finds(/^PageRank/u);
  expect(screen.queryByRole('button', { name: /Save as property/u })).toBeNull();
  expect(screen.getByRole('button', { name: 'Copy as CSV' })).toBeDefined();
});

test('what is gone since is still listed, as gone, and not saved', async () => {
  const { user, finds, show, edits } = open();
  await finds(/^Core/u);
  show({ op: 'delete_node', nodeId: CITY });
  expect(cells().map(([, name]) => name)).toContain('deleted');
  await user.click(screen.getByRole('button', { name: /Save as property/u }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(JSON.stringify(edits)).not.toContain(CITY);
});
