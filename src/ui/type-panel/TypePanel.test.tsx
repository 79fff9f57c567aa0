// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openType } from '../../commands/type-commands';
import { LABEL_COLORS } from '../../kit/colors';
import type { Op } from '../../shared/graph/ops';
import { ANN, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { TypePanel } from './TypePanel';

function editing(of = 'Person', on: 'node' | 'edge' = 'node', more: readonly Op[] = []) {
  const rendered = renderEditor(<TypePanel />, [...FAMILY, ...more]);
  rendered.set({});
  openType(rendered.store, { on, of });
  rendered.set({ role: 'editor' });
  return rendered;
}

const panel = () => screen.getByRole('dialog');
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const nameField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const caption = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Caption' });
const question = () => screen.getByRole('group', { name: /remove|delete|fit|date/iu }).textContent;

describe('the name', () => {
  test('is changed in place, and the panel goes with it', async () => {
    const { user, edits, show } = editing();
    await user.clear(nameField());
    await user.type(nameField(), ' Human  being {Enter}');
    expect(edits).toEqual([[{ op: 'rename_type', on: 'node', of: 'Person', to: 'Human being' }]]);
    show({ op: 'rename_type', on: 'node', of: 'Person', to: 'Human being' });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Label Human being');
    expect(document.activeElement).toBe(nameField());
  });

  test('may be the same in other letters', async () => {
    const { user, edits } = editing();
    await user.clear(nameField());
    await user.type(nameField(), 'PERSON{Enter}');
    expect(edits).toEqual([[{ op: 'rename_type', on: 'node', of: 'Person', to: 'PERSON' }]]);
  });

  test.each([
    ['city', 'There is already a label "City".'],
    ['knows', '"KNOWS" is already an edge type.'],
    ['_x', 'A name cannot begin with an underscore.'],
  ])('%s is not taken; the field keeps it and says why', async (typed, words) => {
    const { user, edits } = editing();
    await user.clear(nameField());
    await user.type(nameField(), `${typed}{Enter}`);
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect([nameField().value, nameField().getAttribute('aria-describedby')]).toEqual([
      typed,
      screen.getByRole('alert').id,
    ]);
    expect(edits).toEqual([]);
    await user.keyboard('{Escape}');
    expect(nameField().value).toBe('Person');
    expect(panel()).toBeDefined();
  });

  test('that someone else gives it is followed, too', () => {
    const { show } = editing('KNOWS', 'edge');
    show({ op: 'rename_type', on: 'edge', of: 'KNOWS', to: 'MET' });
    expect(nameField().value).toBe('MET');
  });
});

describe('the look', () => {
  test('a colour is one of those offered, none, or one’s own', async () => {
    const { user, edits } = editing();
    expect(button('Blue').getAttribute('aria-pressed')).toBe('true');
    await user.click(button('Green'));
    await user.click(button('No colour'));
    const own = screen.getByLabelText<HTMLInputElement>('Own colour');
    own.value = '#abcdef';
    fireEvent.input(own);
    expect(edits.length).toBe(2);
    own.dispatchEvent(new Event('change', { bubbles: true }));
    expect(edits).toEqual(
      [LABEL_COLORS[2], null, '#abcdef'].map((color) => [
        { op: 'set_style', on: 'node', of: 'Person', style: { color } },
      ]),
    );
  });

  test('every colour that is offered has a name', () => {
    editing();
    const swatches = within(screen.getByRole('group', { name: 'Colour' })).getAllByRole('button');
    expect(swatches.length).toBe(LABEL_COLORS.length + 1);
    expect(new Set(swatches.map(({ title }) => title)).size).toBe(swatches.length);
  });

  test('an icon is found by what it shows', async () => {
    const { user, edits } = editing();
    const icons = () => within(screen.getByRole('group', { name: 'Icon' }));
    expect(icons().getByRole('button', { name: 'Person' }).getAttribute('aria-pressed')).toBe('true');
    await user.type(icons().getByRole('searchbox'), 'school');
    expect(
      icons()
        .getAllByRole('button')
        .map(({ title }) => title),
    ).toEqual(['Education']);
    await user.click(icons().getByRole('button'));
    expect(edits).toEqual([[{ op: 'set_style', on: 'node', of: 'Person', style: { icon: 'graduation-cap' } }]]);
    await user.type(icons().getByRole('searchbox'), 'xyz');
    expect(icons().getByRole('status').textContent).toBe('No icon is called that.');
  });

  test('its cards are small, medium or large', async () => {
    const { user, edits, show } = editing();
    const size = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
    expect(size('Medium').checked).toBe(true);
    await user.click(size('Large'));
    expect(edits).toEqual([[{ op: 'set_style', on: 'node', of: 'Person', style: { size: 'large' } }]]);
    show({ op: 'set_style', on: 'node', of: 'Person', style: { size: 'small' } });
    expect(size('Small').checked).toBe(true);
  });

  test('the caption is any of its properties, or the first text', async () => {
    const { user, edits } = editing();
    expect(caption().value).toBe('name');
    await user.selectOptions(caption(), 'born');
    await user.selectOptions(caption(), 'The first text property');
    expect(edits.flat()).toMatchObject([{ style: { caption: 'born' } }, { style: { caption: null } }]);
  });

  test('edges have a colour, an icon or none, a caption or none, and no size', async () => {
    const { user, edits } = editing('KNOWS', 'edge', [
      { op: 'set_style', on: 'edge', of: 'KNOWS', style: { icon: 'heart' } },
    ]);
    expect(screen.getByRole('group', { name: 'Colour' })).toBeDefined();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('button', { name: 'Heart', pressed: true })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'No icon' }));
    expect(caption().selectedOptions[0]?.textContent).toBe('None');
    await user.selectOptions(caption(), 'since');
    expect(edits.flat()).toMatchObject([{ style: { icon: null } }, { style: { caption: 'since' } }]);
  });

  test('a label has an icon always', () => {
    editing();
    expect(screen.queryByRole('button', { name: 'No icon' })).toBeNull();
  });
});

describe('deleting', () => {
  test.each<[string, 'node' | 'edge', string]>([
    ['Person', 'node', 'This deletes Person, and 2 nodes and 1 edge with it.'],
    ['City', 'node', 'This deletes City, and 1 node with it.'],
    ['KNOWS', 'edge', 'This deletes KNOWS, and 1 edge with it.'],
    ['LIVES IN', 'edge', 'This deletes LIVES IN. Nothing has it.'],
  ])('%s is asked about with what goes', async (of, on, words) => {
    const { user, edits } = editing(of, on);
    await user.click(button(`Delete ${of} …`));
    expect(question()).toContain(words);
    expect(edits).toEqual([]);
    await user.click(button('Delete'));
    expect(edits).toEqual([[{ op: 'delete_type', on, of }]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('the count follows what others do, and Cancel leaves all as it is', async () => {
    const { user, edits, show } = editing();
    await user.click(button('Delete Person …'));
    show({ op: 'delete_node', nodeId: BO });
    expect(question()).toContain('and 1 node with it');
    await user.click(button('Cancel'));
    expect(edits).toEqual([]);
    expect(panel()).toBeDefined();
  });
});

describe('a property', () => {
  const open = async (name: string, ...more: Op[]) => {
    const rendered = editing('Person', 'node', more);
    await rendered.user.click(button(new RegExp(`^${name}`, 'u')));
    return rendered;
  };
  const typeOf = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: `Type of ${name}` });
  const at = { on: 'node', of: 'Person' } as const;

  test('is renamed; what is taken is said beside it, and the keyboard goes with it', async () => {
    const { user, edits, show } = await open('age');
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'New name of age' });
    await user.clear(field);
    await user.type(field, 'NAME{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('Person already has a property "name".');
    await user.clear(field);
    await user.type(field, 'years{Enter}');
    expect(edits).toEqual([[{ op: 'rename_property', ...at, key: 'age', to: 'years' }]]);
    show({ op: 'rename_property', ...at, key: 'age', to: 'years' });
    expect(document.activeElement).toBe(button(/^years/u));
    expect(typeOf('years').value).toBe('INT64');
  });

  test('gets another type at once where every value fits', async () => {
    const { user, edits } = await open('age', { op: 'set_property', on: 'node', id: ANN, key: 'age', value: 7 });
    await user.selectOptions(typeOf('age'), 'text');
    expect(edits).toEqual([[{ op: 'set_property_type', ...at, key: 'age', type: 'STRING' }]]);
  });

  test('gets another type only after it was said which values do not fit', async () => {
    const { user, edits } = await open('name', { op: 'set_property', on: 'node', id: BO, key: 'name', value: ' 12 ' });
    await user.selectOptions(typeOf('name'), 'whole number');
    expect(question()).toContain('1 of 2 values do not fit: “Ann”. They will be removed.');
    expect(edits).toEqual([]);
    await user.click(button('Cancel'));
    expect(typeOf('name').value).toBe('STRING');
    await user.selectOptions(typeOf('name'), 'whole number');
    await user.click(button('Change to whole number'));
    expect(edits).toEqual([[{ op: 'set_property_type', ...at, key: 'name', type: 'INT64' }]]);
  });

  test('loses its time of day only after that was said', async () => {
    const seen: Op = { op: 'set_property', on: 'node', id: ANN, key: 'seen', value: '2026-01-31T09:30:00.000Z' };
    const { user, edits } = await open('seen', seen);
    await user.selectOptions(typeOf('seen'), 'date');
    expect(question()).toContain('Of 1 date and time only the date remains.');
    expect(edits).toEqual([]);
  });

  test('is removed with its values, which are counted first', async () => {
    const { user, edits } = await open('name');
    await user.click(button('Remove from all …'));
    expect(question()).toContain('This removes name from Person, and 2 values with it.');
    await user.click(button('Remove'));
    expect(edits).toEqual([[{ op: 'delete_property', ...at, key: 'name' }]]);
  });

  test('is added', async () => {
    const { user, edits } = editing('KNOWS', 'edge');
    await user.click(button('Add property'));
    await user.type(screen.getByRole('textbox', { name: 'Name of the new property' }), 'until{Enter}');
    expect(edits).toEqual([[{ op: 'add_property', on: 'edge', of: 'KNOWS', key: 'until', type: 'STRING' }]]);
  });
});

describe('the panel', () => {
  test('closes by its button and by Esc, and its keys are not the canvas’s', async () => {
    const { user, store } = editing();
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    window.addEventListener('keydown', hear);
    button('Blue').focus();
    await user.keyboard('{Delete}{Backspace}{Escape}');
    window.removeEventListener('keydown', hear);
    expect(heard).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(store.getState().typeInEdit).toBeUndefined();
  });

  test('goes when someone else deletes what it is about', () => {
    const { show } = editing('LIVES IN', 'edge');
    show({ op: 'delete_type', on: 'edge', of: 'LIVES IN' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is to be looked at only for who may only view', async () => {
    const { user, set, edits } = editing();
    await user.click(button(/^age/u));
    set({ role: 'viewer' });
    expect(nameField().readOnly).toBe(true);
    for (const name of ['Green', 'Person', 'Delete Person …', 'Remove from all …']) {
      expect([name, button(name).matches(':disabled') || button(name).closest('fieldset:disabled') !== null]).toEqual([
        name,
        true,
      ]);
    }
    expect(screen.queryByRole('button', { name: 'Add property' })).toBeNull();
    expect(edits).toEqual([]);
  });
});
