// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { LABEL_COLORS } from '../../kit/colors';
import { droppedLabel, isLabelDrag } from '../../kit/label-drag';
import { WIDEST_LIMITS } from '../../shared/graph/graph-limits';
import { LIMITS } from '../../shared/limits';
import { BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { Palette } from './Palette';

const nothing = () => {};
const items = () => screen.getAllByTestId('palette-item');
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the new label' });

async function openNewLabel(shown = FAMILY) {
  const rendered = renderEditor(<Palette onPlace={nothing} />, shown);
  await rendered.user.click(screen.getByRole('button', { name: 'New label' }));
  return rendered;
}

describe('labels and edge types', () => {
  test('are listed with how many there are of each, and the numbers follow', () => {
    const { show } = renderEditor(<Palette onPlace={nothing} />, FAMILY);
    expect(items().map((item) => item.textContent)).toEqual(['City1', 'Person2']);
    const types = within(screen.getAllByRole('list')[1] ?? document.body);
    expect(types.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['KNOWS1', 'LIVES IN0']);
    show({ op: 'delete_node', nodeId: BO });
    expect(items().map((item) => item.textContent)).toEqual(['City1', 'Person1']);
    expect(types.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['KNOWS0', 'LIVES IN0']);
  });

  test('an empty graph says what a label is for', () => {
    renderEditor(<Palette onPlace={nothing} />);
    expect(screen.getByText(/A label says what a node is/u)).toBeDefined();
    expect(screen.queryByRole('heading', { name: 'Edge types' })).toBeNull();
  });

  test('pressing a label, by pointer or by key, places a node of it', async () => {
    const placed: string[] = [];
    const { user } = renderEditor(<Palette onPlace={(label) => placed.push(label)} />, FAMILY);
    await user.click(screen.getByRole('button', { name: 'Person 2' }));
    screen.getByRole('button', { name: 'City 1' }).focus();
    await user.keyboard('{Enter}');
    expect(placed).toEqual(['Person', 'City']);
  });

  test('dragging a label tells the canvas which', () => {
    renderEditor(<Palette onPlace={nothing} />, FAMILY);
    const dataTransfer = new DataTransfer();
    expect(isLabelDrag(dataTransfer)).toBe(false);
    fireEvent.dragStart(screen.getByRole('button', { name: 'City 1' }), { dataTransfer });
    expect(isLabelDrag(dataTransfer)).toBe(true);
    expect(droppedLabel(dataTransfer)).toBe('City');
  });
});

describe('a new label', () => {
  test('is made with a fresh colour, a fitting icon and a name for caption', async () => {
    const { user, edits } = await openNewLabel();
    expect(document.activeElement).toBe(field());
    await user.type(field(), '  Film   director{Enter}');
    expect(edits).toEqual([
      [
        {
          op: 'create_label',
          label: 'Film director',
          properties: { name: 'STRING' },
          style: { color: LABEL_COLORS[1], icon: 'box', caption: 'name' },
        },
      ],
    ]);
    expect(screen.queryByRole('textbox', { name: 'Name of the new label' })).toBeNull();
    expect(screen.getByRole('button', { name: 'New label' })).toBeDefined();
  });

  test('gets the icon that its name suggests', async () => {
    const { user, edits } = await openNewLabel([]);
    await user.type(field(), 'Company');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(edits).toMatchObject([[{ style: { color: LABEL_COLORS[0], icon: 'building-2' } }]]);
  });

  test.each([
    ['{Enter}', 'A name cannot be empty.'],
    ['_secret{Enter}', 'A name cannot begin with an underscore.'],
    ['ID{Enter}', 'The name "id" is taken by the editor itself.'],
    ['a/b{Enter}', 'A name can have letters, digits, spaces and underscores only.'],
    [`${'x'.repeat(LIMITS.nameLength + 1)}{Enter}`, 'A name can have at most 64 characters.'],
    ['person{Enter}', 'There is already a label "Person".'],
    ['knows{Enter}', '"KNOWS" is already an edge type.'],
  ])('%s is not made; the field keeps it and says why', async (typed, words) => {
    const { user, edits } = await openNewLabel();
    await user.type(field(), typed);
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(field().value).toBe(typed.replace('{Enter}', ''));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    expect(edits).toEqual([]);
  });

  test('typing on takes the problem away', async () => {
    const { user, edits } = await openNewLabel();
    await user.type(field(), 'person{Enter}');
    await user.type(field(), 'age');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.keyboard('{Enter}');
    expect(edits).toMatchObject([[{ op: 'create_label', label: 'personage' }]]);
  });

  test('Esc lets go of it, and what was typed is forgotten', async () => {
    const { user, edits } = await openNewLabel();
    await user.type(field(), 'Film{Escape}');
    await user.click(screen.getByRole('button', { name: 'New label' }));
    expect(field().value).toBe('');
    expect(edits).toEqual([]);
  });

  test('leaving the empty field lets go of it, leaving a filled one does not', async () => {
    const { user } = await openNewLabel();
    await user.type(field(), 'Film');
    await user.click(document.body);
    expect(field().value).toBe('Film');
    await user.clear(field());
    await user.click(document.body);
    expect(screen.getByRole('button', { name: 'New label' })).toBeDefined();
  });

  test('when it is done or let go of, the keyboard is back at the button that opened it', async () => {
    const { user } = await openNewLabel();
    await user.type(field(), 'Film{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'New label' }));
    await user.keyboard('{Enter}{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'New label' }));
  });
});

describe('who may only view', () => {
  test('sees the labels with their numbers, can take none of them, and reads why', async () => {
    const placed: string[] = [];
    const { user, set } = renderEditor(<Palette onPlace={(label) => placed.push(label)} />, FAMILY);
    set({ role: 'viewer' });
    expect(items().map((item) => item.textContent)).toEqual(['City1', 'Person2']);
    expect(screen.getByText('You can only view this graph.')).toBeDefined();
    for (const item of items()) {
      expect(item.hasAttribute('draggable')).toBe(false);
      await user.click(item);
    }
    expect(placed).toEqual([]);
    expect(screen.getAllByRole('button')).toEqual([screen.getByRole('button', { name: 'Schema' })]);
  });

  test('keeps the name of a label that they were typing, to go on when they may again', async () => {
    const { user, set, edits } = await openNewLabel();
    await user.type(field(), 'Country');
    set({ role: 'viewer' });
    await user.type(field(), '{Enter}');
    expect(edits).toEqual([]);
    expect(field().value).toBe('Country');
    set({ role: 'editor' });
    await user.type(field(), '{Enter}');
    expect(edits).toHaveLength(1);
  });
});

test('where a graph has all the labels it can have, that is said in place of the way to make one', () => {
  const { set } = renderEditor(<Palette onPlace={nothing} />, FAMILY);
  set({ limits: { ...WIDEST_LIMITS, labels: 3 } });
  expect(screen.getByRole('button', { name: 'New label' })).toBeDefined();
  set({ limits: { ...WIDEST_LIMITS, labels: 2 } });
  expect(screen.queryByRole('button', { name: 'New label' })).toBeNull();
  expect(screen.getByText('A graph can have at most 2 labels.')).toBeDefined();
});
