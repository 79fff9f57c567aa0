// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { must } from '../../shared/assert';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import { useEditorState } from '../../store/editor-context';
import { ANN, BO, CITY, FAMILY } from '../../ui/testing/family';
import { renderEditor } from '../../ui/testing/render-editor';
import { CaptionEditor } from './CaptionEditor';

type Closing = { readonly next: boolean; readonly byKey: boolean };

function Editing({ id, closed }: { id: string; closed: Closing[] }) {
  const row = useEditorState((state) => state.nodes.get(id));
  const label = useEditorState((state) => row && state.labels.get(foldName(row.label)));
  return (
    <>
      {row !== undefined && label !== undefined && (
        <CaptionEditor row={row} label={label} onClose={(how) => closed.push(how)} />
      )}
      <button type="button">Elsewhere</button>
    </>
  );
}

function editing(id: string, ...more: readonly Op[]) {
  const closed: Closing[] = [];
  return { ...renderEditor(<Editing id={id} closed={closed} />, [...FAMILY, ...more]), closed };
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Caption/u });
const named = (id: string, value: string): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value });
const byEnter = { next: false, byKey: true };

describe('a caption in its card', () => {
  test('has the keyboard, all of it selected, and Enter saves what is typed', async () => {
    const { user, edits, closed } = editing(ANN);
    expect(document.activeElement).toBe(field());
    await user.keyboard('Anna{Enter}');
    expect(edits).toEqual([[named(ANN, 'Anna')]]);
    expect(closed).toEqual([byEnter]);
  });

  test('Esc takes it back; Enter without a change is no edit', async () => {
    const { user, edits, closed } = editing(ANN);
    await user.keyboard('Anna{Escape}');
    expect([edits, closed]).toEqual([[], [byEnter]]);
    const other = editing(BO);
    await other.user.keyboard('{Enter}');
    expect([other.edits, other.closed]).toEqual([[], [byEnter]]);
  });

  test('Tab saves and asks for the next', async () => {
    const { user, edits, closed } = editing(ANN);
    await user.keyboard('Anna{Tab}');
    expect(edits).toEqual([[named(ANN, 'Anna')]]);
    expect(closed).toEqual([{ next: true, byKey: true }]);
  });

  test('leaving it saves, once, and does not take the keyboard back', async () => {
    const { user, edits, closed } = editing(ANN);
    await user.keyboard('Anna');
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(edits).toEqual([[named(ANN, 'Anna')]]);
    expect(closed).toEqual([{ next: false, byKey: false }]);
  });

  test('keys that belong to an input method neither save nor take back', () => {
    const { edits, closed } = editing(ANN);
    fireEvent.change(field(), { target: { value: 'アン' } });
    for (const key of ['Enter', 'Escape', 'Tab']) fireEvent.keyDown(field(), { key, isComposing: true });
    expect([edits, closed]).toEqual([[], []]);
  });

  test('shows the others that it is being edited, until it is left', async () => {
    const { user, presence } = editing(ANN);
    expect(presence.at(-1)).toEqual({ editing: { on: 'node', id: ANN, key: 'name' } });
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(presence.at(-1)).toEqual({ editing: null });
  });
});

describe('someone else changes it meanwhile', () => {
  test('it follows them while nothing was typed', async () => {
    const { user, show, edits } = editing(ANN);
    show(named(ANN, 'Annie'));
    expect(field().value).toBe('Annie');
    await user.keyboard('{Enter}');
    expect(edits).toEqual([]);
  });

  test('they are told, leaving it replaces nothing, and Enter does', async () => {
    const { user, show, edits, closed } = editing(ANN);
    await user.keyboard('Anna');
    show(named(ANN, 'Annie'));
    expect(screen.getByRole('alert').textContent).toContain('changed this to “Annie” meanwhile');
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect([edits, closed]).toEqual([[], []]);
    expect(field().value).toBe('Anna');
    await user.type(field(), '{Enter}');
    expect(edits).toEqual([[named(ANN, 'Anna')]]);
  });
});

describe('the property', () => {
  const number: readonly Op[] = [
    { op: 'create_label', label: 'Year', properties: { number: 'INT64' }, style: { caption: 'number' } },
    { op: 'create_node', nodeId: CITY.replace(/3$/u, '7'), label: 'Year', position: { x: 0, y: 0 }, properties: {} },
  ];
  const year = CITY.replace(/3$/u, '7');

  test('has its own type: what does not fit is said, and kept', async () => {
    const { user, edits, closed } = editing(year, ...number);
    await user.keyboard('soon{Enter}');
    expect(screen.getByRole('alert').textContent).toMatch(/^It must be a whole number/u);
    expect([field().value, edits, closed]).toEqual(['soon', [], []]);
    await user.clear(field());
    await user.keyboard('1999{Enter}');
    expect(edits).toEqual([[{ op: 'set_property', on: 'node', id: year, key: 'number', value: 1999 }]]);
  });

  test('is made with the first caption where the label has none', async () => {
    const bare: Op = { op: 'create_label', label: 'Year', properties: { name: 'INT64' } };
    const { user, edits } = editing(year, bare, must(number[1], 'the node'));
    expect(screen.getByText(/new property “caption” of Year/u)).toBeDefined();
    await user.keyboard('1999{Enter}');
    expect(edits).toEqual([
      [
        { op: 'add_property', on: 'node', of: 'Year', key: 'caption', type: 'STRING' },
        { op: 'set_property', on: 'node', id: year, key: 'caption', value: '1999' },
      ],
    ]);
  });
});

test('who may no longer edit keeps what they typed in view, and saves nothing', async () => {
  const { user, set, edits, closed } = editing(ANN);
  await user.keyboard('Anna');
  set({ role: 'viewer' });
  await user.keyboard('{Enter}');
  expect([field().value, field().readOnly, edits, closed]).toEqual(['Anna', true, [], []]);
  expect(screen.getByRole('alert').textContent).toContain('cannot change');
});
