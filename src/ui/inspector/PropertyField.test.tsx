// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Op } from '../../shared/graph/ops';
import type { PropertyValue } from '../../shared/graph/values';
import type { EditorState } from '../../store/editor-store';
import { ANN, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { Inspector } from './Inspector';

const setTo = (key: string, value: PropertyValue): Op => ({ op: 'set_property', on: 'node', id: ANN, key, value });
const removed = (key: string): Op => ({ op: 'remove_property', on: 'node', id: ANN, key });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${name}\\b`, 'u'));

/** The inspector on Ann, whose properties are as given. */
function annWith(properties: Readonly<Record<string, PropertyValue>> = {}) {
  const rendered = renderEditor(<Inspector />, [
    ...FAMILY,
    ...Object.entries(properties).map(([key, value]) => setTo(key, value)),
  ]);
  rendered.set({ selectedNodes: [ANN] });
  return rendered;
}

describe('a value of each type is saved as what it is', () => {
  test.each<[string, string, PropertyValue]>([
    ['name', 'Änne 🙂', 'Änne 🙂'],
    ['age', '41', 41],
    ['height', '1,75', 1.75],
    ['born', '1980-02-29', '1980-02-29'],
    ['seen', '2026-01-31T09:30:00', new Date('2026-01-31T09:30:00').toISOString()],
  ])('%s', async (name, typed, value) => {
    const { user, edits } = annWith();
    await user.clear(field(name));
    if (name === 'seen') fireEvent.change(field(name), { target: { value: typed } });
    else await user.type(field(name), typed);
    field(name).focus();
    await user.keyboard('{Enter}');
    expect(edits).toEqual([[setTo(name, value)]]);
  });

  test('yes and no are buttons of a group that has the name of the property', async () => {
    const { user, edits, show } = annWith();
    expect(screen.getByRole('group', { name: /^active/u })).toBeDefined();
    const [yes, no] = [screen.getByRole('button', { name: 'Yes' }), screen.getByRole('button', { name: 'No' })];
    expect([yes, no].map((button) => button.ariaPressed ?? button.getAttribute('aria-pressed'))).toEqual([
      'false',
      'false',
    ]);
    await user.click(yes);
    show(setTo('active', true));
    expect(yes.getAttribute('aria-pressed')).toBe('true');
    await user.click(no);
    expect(edits).toEqual([[setTo('active', true)], [setTo('active', false)]]);
  });
});

describe('when it is saved', () => {
  test('leaving the field saves', async () => {
    const { user, edits } = annWith();
    await user.type(field('name'), 'e');
    expect(edits).toEqual([]);
    await user.tab();
    expect(edits).toEqual([[setTo('name', 'Anne')]]);
  });

  test('Enter and then leaving saves once', async () => {
    const { user, edits } = annWith();
    await user.type(field('name'), 'e{Enter}');
    await user.tab();
    expect(edits).toEqual([[setTo('name', 'Anne')]]);
  });

  test('what was changed back saves nothing', async () => {
    const { user, edits } = annWith();
    await user.type(field('name'), 'e{Backspace}{Enter}');
    expect(edits).toEqual([]);
  });

  test('Esc takes back what was typed', async () => {
    const { user, edits } = annWith();
    await user.type(field('name'), 'e{Escape}');
    expect(field('name').value).toBe('Ann');
    await user.tab();
    expect(edits).toEqual([]);
  });

  test('Enter that ends a conversion of an input method does not save yet', async () => {
    const { user, edits } = annWith();
    await user.clear(field('name'));
    await user.type(field('name'), 'あん');
    fireEvent.keyDown(field('name'), { key: 'Enter', isComposing: true });
    expect(edits).toEqual([]);
  });
});

describe('what is not a value of the type', () => {
  test.each([
    ['age', 'forty', 'It must be a whole number between −9007199254740991 and 9007199254740991.'],
    ['age', '1.5', 'It must be a whole number between −9007199254740991 and 9007199254740991.'],
    ['height', 'tall', 'It must be a number.'],
  ])('%s cannot be %s: a sentence says so, and nothing is changed', async (name, typed, words) => {
    const { user, edits } = annWith({ age: 7, height: 1.5 });
    await user.clear(field(name));
    await user.type(field(name), `${typed}{Enter}`);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toBe(`${words} What was there before is kept.`);
    expect(field(name).getAttribute('aria-describedby')).toBe(alert.id);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(field(name).value).toBe(typed);
    expect(edits).toEqual([]);
  });

  test('can be put right, or taken back', async () => {
    const { user, edits } = annWith({ age: 7 });
    await user.type(field('age'), 'x{Enter}');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field('age').value).toBe('7');
    await user.type(field('age'), 'x{Enter}');
    await user.keyboard('{Backspace}8');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.keyboard('{Enter}');
    expect(edits).toEqual([[setTo('age', 78)]]);
  });

  test('a date that is half typed does not take the old one away', () => {
    const { edits } = annWith({ born: '1980-02-29' });
    // What a browser gives while a part of the date is missing: no value, and that the input is bad.
    const input = field('born');
    fireEvent.change(input, { target: { value: '' } });
    Object.defineProperty(input, 'validity', { value: { badInput: true } });
    fireEvent.blur(input);
    expect(edits).toEqual([]);
    expect(screen.getByRole('alert').textContent).toMatch(/^It must be a date such as/u);
  });
});

describe('taking a value away', () => {
  test('its button removes the property', async () => {
    const { user, edits } = annWith({ age: 7 });
    await user.click(screen.getByRole('button', { name: 'Remove age' }));
    expect(edits).toEqual([[removed('age')]]);
  });

  test('a button of a property that is not set cannot be pressed', () => {
    annWith();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Remove age' }).disabled).toBe(true);
  });

  test.each(['age', 'born'])('an emptied %s is not set any more', async (name) => {
    const { user, edits } = annWith({ age: 7, born: '1980-02-29' });
    await user.clear(field(name));
    await user.tab();
    expect(edits).toEqual([[removed(name)]]);
  });

  test('emptied text is the empty text', async () => {
    const { user, edits } = annWith();
    await user.clear(field('name'));
    await user.tab();
    expect(edits).toEqual([[setTo('name', '')]]);
  });
});

describe("someone else's change", () => {
  test('shows at once where nobody types', () => {
    const { show } = annWith();
    show(setTo('name', 'Anna'));
    expect(field('name').value).toBe('Anna');
  });

  test('shows in a field that has the keyboard but no draft', async () => {
    const { user, show } = annWith();
    await user.click(field('name'));
    show(setTo('name', 'Anna'));
    expect(field('name').value).toBe('Anna');
  });

  test('does not disturb what is being typed, and the later one wins', async () => {
    const { user, edits, show } = annWith();
    await user.type(field('name'), 'e');
    show(setTo('name', 'Anna'));
    expect(field('name').value).toBe('Anne');
    await user.keyboard('{Enter}');
    expect(edits).toEqual([[setTo('name', 'Anne')]]);
  });

  test('is what Esc leads to', async () => {
    const { user, show } = annWith();
    await user.type(field('name'), 'e');
    show(setTo('name', 'Anna'));
    await user.keyboard('{Escape}');
    expect(field('name').value).toBe('Anna');
  });

  test('that removes the property empties the field', () => {
    const { show } = annWith({ age: 7 });
    show(removed('age'));
    expect(field('age').value).toBe('');
  });
});

describe('who is stopped while typing', () => {
  const note = () => screen.queryByRole('alert')?.textContent;

  test.each<[string, Partial<EditorState>]>([
    ['may only view now', { role: 'viewer' }],
    ['is shut out', { role: 'editor', ending: 'no_access', endReason: 'Your access has ended.' }],
  ])('and %s keeps what they typed in view, is told that it was not saved, and can copy it', async (_, state) => {
    const { user, edits, set } = annWith();
    await user.type(field('name'), 'e');
    set(state);
    await user.type(field('name'), 'x{Enter}');
    await user.tab();
    expect(edits).toEqual([]);
    expect(field('name').value).toBe('Anne');
    expect(note()).toBe('You cannot change this graph now. What you typed was not saved.');
    expect(field('name').getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('Anne');
  });

  test('goes on in the field when they may again', async () => {
    const { user, edits, set } = annWith();
    await user.type(field('name'), 'e');
    set({ role: 'viewer' });
    set({ role: 'editor' });
    expect(note()).toBeUndefined();
    await user.keyboard('tte{Enter}');
    expect(edits).toEqual([[setTo('name', 'Annette')]]);
  });

  test('having left the field meanwhile, is offered to save it', async () => {
    const { user, edits, set } = annWith();
    await user.type(field('name'), 'e');
    set({ role: 'viewer' });
    await user.tab();
    set({ role: 'editor' });
    expect(note()).toBe('You can go on. What you typed is not saved yet.');
    await user.click(screen.getByRole('button', { name: 'Save it' }));
    expect(edits).toEqual([[setTo('name', 'Anne')]]);
    expect(note()).toBeUndefined();
  });

  test('others see no longer that they edit', async () => {
    const { user, set, presence } = annWith();
    await user.click(field('name'));
    set({ role: 'viewer' });
    expect(presence.at(-1)).toEqual({ editing: null });
    set({ role: 'editor' });
    expect(presence.at(-1)).toEqual({ editing: { on: 'node', id: ANN, key: 'name' } });
  });

  test('had typed nothing: nothing is said', async () => {
    const { user, set, presence } = annWith();
    set({ role: 'viewer' });
    await user.click(field('name'));
    expect([note(), presence]).toEqual([undefined, []]);
  });
});
