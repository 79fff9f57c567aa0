// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { NO_PRESENCE, type Peer } from '../../shared/protocol/presence';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { takeOwnEditing } from '../../store/editor-store';
import { CommandsAround } from '../testing/commands-around';
import { ANN, ANN_KNOWS_BO, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { Inspector } from './Inspector';

const field = (name: string) => screen.getByLabelText<HTMLElement>(new RegExp(`^${name}\\b`, 'u'));
const editing = (key: string, id = ANN) => ({ editing: { on: 'node' as const, id, key } });

function annSelected() {
  const rendered = renderEditor(
    <CommandsAround all={[]}>
      <Inspector />
    </CommandsAround>,
    FAMILY,
  );
  rendered.set({ selectedNodes: [ANN] });
  return rendered;
}

describe('what the person edits', () => {
  test('is told while the keyboard is in the field', async () => {
    const { user, presence } = annSelected();
    await user.click(field('age'));
    await user.type(field('age'), '4');
    await user.click(document.body);
    expect(presence).toEqual([editing('age'), { editing: null }]);
  });

  test('is told of buttons and of edges too', async () => {
    const { user, set, presence } = annSelected();
    await user.click(screen.getByRole('button', { name: 'Yes' }));
    set({ selectedNodes: [], selectedEdges: [ANN_KNOWS_BO] });
    await user.click(field('since'));
    expect(presence).toEqual([
      editing('active'),
      { editing: null },
      { editing: { on: 'edge', id: ANN_KNOWS_BO, key: 'since' } },
    ]);
  });

  test('is the next field once the keyboard goes there', async () => {
    const { user, presence } = annSelected();
    await user.click(field('name'));
    await user.click(field('age'));
    expect(presence.at(-1)).toEqual(editing('age'));
  });

  test('is nothing any more when the field goes away with the keyboard in it', async () => {
    const { user, show, presence } = annSelected();
    await user.click(field('name'));
    show({ op: 'delete_node', nodeId: ANN });
    expect(presence.at(-1)).toEqual({ editing: null });
  });
});

describe('a field that someone else edits', () => {
  const peer = (name: string, state: Partial<Peer['state']>): [string, Peer] => {
    const clientId = newTestClientId();
    return [
      clientId,
      { clientId, person: { name, color: '#026fd7' }, role: 'editor', state: { ...NO_PRESENCE, ...state } },
    ];
  };
  const withPeers = (...peers: [string, Peer][]) => {
    const rendered = annSelected();
    rendered.set({ peers: new Map(peers) });
    return rendered;
  };
  const described = (name: string) =>
    (field(name).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');

  test('says so, and no other field does', () => {
    withPeers(peer('Bo', editing('age')), peer('Cem', editing('name', BO)));
    expect(described('age')).toBe('Bo is editing this');
    expect(described('name')).toBe('');
    expect(screen.getAllByText(/editing this$/u)).toHaveLength(1);
  });

  test('says it of buttons, and of several', () => {
    withPeers(peer('Bo', editing('active')), peer('Cem', editing('active')));
    const group = screen.getByRole('group', { name: /^active/u });
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Bo and Cem are editing this',
    );
  });

  test('says beside it what is wrong with what was typed', async () => {
    const { user } = withPeers(peer('Bo', editing('age')));
    await user.type(field('age'), 'x{Enter}');
    expect(described('age')).toMatch(/^It must be a whole number .* Bo is editing this$/u);
  });

  test('says it no more once they are done', () => {
    const bo = peer('Bo', editing('age'));
    const { set } = withPeers(bo);
    set({ peers: new Map([[bo[0], { ...bo[1], state: NO_PRESENCE }]]) });
    expect(screen.queryByText(/editing this$/u)).toBeNull();
  });

  test('says who has just changed what is in it, and leaves what is being typed to the person', async () => {
    const { user, set, show, edits, store } = annSelected();
    await user.click(field('age'));
    set({ ownEditing: editing('age').editing, overwrittenBy: 'Bo' });
    show({ op: 'set_property', on: 'node', id: ANN, key: 'age', value: 40 });
    expect(described('age')).toBe('Bo changed this to “40” just now.');
    expect(described('name')).toBe('');
    await user.clear(field('age'));
    await user.type(field('age'), '41');
    expect(described('age')).toBe('Bo changed this to “40” just now. Enter replaces it, Esc keeps it.');
    await user.tab();
    expect(edits, 'going elsewhere does not write over it').toEqual([]);
    act(() => takeOwnEditing(store, null));
    expect(described('age')).toMatch(/not saved yet/u);
    await user.type(field('age'), '{Enter}');
    expect(edits).toHaveLength(1);
  });

  test('announces who comes where the keyboard is already', () => {
    const { set } = annSelected();
    // What is announced is a change in a region that was there before.
    const regions = Array.from(document.querySelectorAll('[aria-live="polite"]'));
    set({ peers: new Map([peer('Bo', editing('age'))]) });
    expect(regions).toContain(screen.getByText('Bo is editing this'));
  });
});
