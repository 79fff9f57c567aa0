// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Op } from '../../shared/graph/ops';
import { ANN, BO, CITY, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { EdgeTypePicker } from './EdgeTypePicker';

/** The picker for an edge from one node to another, and what came of it. */
function picking(source: string, target: string, shown: readonly Op[] = FAMILY) {
  const picked: [string, boolean][] = [];
  let cancelled = 0;
  const rendered = renderEditor(
    <>
      <button type="button">Elsewhere</button>
      <EdgeTypePicker
        source={source}
        target={target}
        at={{ x: 100, y: 100 }}
        onPick={(type, isNew) => picked.push([type, isNew])}
        onCancel={() => {
          cancelled += 1;
        }}
      />
    </>,
    shown,
  );
  return { ...rendered, picked, cancelled: () => cancelled };
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Edge type' });
const choices = () => screen.queryAllByRole('option').map((option) => option.textContent);
const chosen = () => {
  const active = screen.queryAllByRole('option', { selected: true });
  expect(active.length).toBeLessThanOrEqual(1);
  expect(field().getAttribute('aria-activedescendant')).toBe(active[0]?.id ?? null);
  return active[0]?.textContent;
};

describe('the choices', () => {
  test.each([
    ['joins two of these labels', ANN, BO, ['KNOWS', 'LIVES IN']],
    ['joins the other way round only', CITY, ANN, ['HOUSES', 'KNOWS', 'LIVES IN']],
    ['joins none of these', BO, CITY, ['KNOWS', 'LIVES IN', 'HOUSES']],
  ])('a type that %s', (_, source, target, expected) => {
    const housed: Op = { op: 'create_edge_type', type: 'HOUSES', properties: {} };
    const houses: Op = {
      op: 'create_edge',
      edgeId: 'e_00000000-0000-4000-8000-0000000000aa',
      type: 'HOUSES',
      source: CITY,
      target: BO,
      properties: {},
    };
    picking(source, target, source === ANN ? FAMILY : [...FAMILY, housed, houses]);
    expect(choices()).toEqual(expected);
  });

  test('what is typed leaves those that have it in them, and a new type last', async () => {
    const { user } = picking(ANN, BO);
    await user.type(field(), 'in');
    expect(choices()).toEqual(['LIVES IN', 'New type "in"']);
    await user.clear(field());
    await user.type(field(), 'knows');
    expect(choices()).toEqual(['KNOWS']);
  });

  test('a graph without edge types asks for a name', () => {
    picking(ANN, BO, FAMILY.slice(0, 3).concat(FAMILY.slice(5, 7)));
    expect(choices()).toEqual([]);
    expect(field().placeholder).toMatch(/^Name the edge type/u);
  });
});

describe('picking', () => {
  test('the keyboard is in the field, and Enter takes the first', async () => {
    const { user, picked } = picking(ANN, BO);
    expect(document.activeElement).toBe(field());
    await user.keyboard('{Enter}');
    expect(picked).toEqual([['KNOWS', false]]);
  });

  test('arrow keys choose, and stop at either end', async () => {
    const { user, picked } = picking(ANN, BO);
    expect(chosen()).toBe('KNOWS');
    await user.keyboard('{ArrowUp}');
    expect(chosen()).toBe('KNOWS');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(chosen()).toBe('LIVES IN');
    await user.keyboard('{Enter}');
    expect(picked).toEqual([['LIVES IN', false]]);
  });

  test('the pointer chooses and takes', async () => {
    const { user, picked } = picking(ANN, BO);
    await user.hover(screen.getByRole('option', { name: 'LIVES IN' }));
    expect(chosen()).toBe('LIVES IN');
    await user.click(screen.getByRole('option', { name: 'LIVES IN' }));
    expect(picked).toEqual([['LIVES IN', false]]);
  });

  test('a name that fits no type is a new one, tidied', async () => {
    const { user, picked } = picking(ANN, BO);
    await user.type(field(), ' works   at {Enter}');
    expect(picked).toEqual([['works at', true]]);
  });

  test('a new type can be chosen though its name is a part of another', async () => {
    const { user, picked } = picking(ANN, BO);
    await user.type(field(), 'KNOW');
    expect(chosen()).toBe('KNOWS');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(picked).toEqual([['KNOW', true]]);
  });

  test('typing starts the choice at the first again', async () => {
    const { user } = picking(ANN, BO);
    await user.keyboard('{ArrowDown}n');
    expect(choices()).toEqual(['KNOWS', 'LIVES IN', 'New type "n"']);
    expect(chosen()).toBe('KNOWS');
  });

  test.each([
    ['_x', 'A name cannot begin with an underscore.'],
    ['a/b', 'A name can have letters, digits, spaces and underscores only.'],
    ['person', '"person" is already a label.'],
  ])('%s cannot be a type: the field says why and keeps it', async (typed, words) => {
    const { user, picked } = picking(ANN, BO);
    await user.type(field(), `${typed}{Enter}`);
    expect(screen.getByRole('alert').textContent).toBe(words);
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    expect(field().value).toBe(typed);
    expect(picked).toEqual([]);
  });

  test('Enter that ends a conversion of an input method does not pick', async () => {
    const { user, picked } = picking(ANN, BO);
    await user.type(field(), 'し');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(picked).toEqual([]);
  });
});

describe('letting go', () => {
  test('Esc', async () => {
    const { user, picked, cancelled } = picking(ANN, BO);
    await user.type(field(), 'x{Escape}');
    expect(cancelled()).toBe(1);
    expect(picked).toEqual([]);
  });

  test('a press outside, but not one inside', async () => {
    const { user, cancelled } = picking(ANN, BO);
    await user.click(field());
    expect(cancelled()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(cancelled()).toBe(1);
  });
});

test('it stays inside the window', () => {
  renderEditor(
    <EdgeTypePicker source={ANN} target={BO} at={{ x: 99_999, y: -5 }} onPick={() => {}} onCancel={() => {}} />,
    FAMILY,
  );
  const { left, top } = screen.getByRole('dialog', { name: 'Type of the new edge' }).style;
  expect(Number.parseFloat(left)).toBeLessThan(window.innerWidth - 200);
  expect(top).toBe('8px');
});

test('the edge is turned round by a press or a key, and the field keeps the keyboard', async () => {
  let reversed = 0;
  const { user } = renderEditor(
    <EdgeTypePicker
      source={ANN}
      target={BO}
      at={{ x: 100, y: 100 }}
      onPick={() => {}}
      onCancel={() => {}}
      onReverse={() => {
        reversed += 1;
      }}
    />,
    FAMILY,
  );
  await user.click(screen.getByRole('button', { name: 'Reverse direction' }));
  expect(document.activeElement).toBe(field());
  await user.keyboard('{Alt>}x{/Alt}');
  expect(reversed).toBe(2);
});
