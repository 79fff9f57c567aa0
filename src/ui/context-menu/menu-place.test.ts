import { describe, expect, test } from 'vitest';
import { menuPlace } from './menu-place';

const selected = (selectedNodes: string[], selectedEdges: string[] = []) => ({ selectedNodes, selectedEdges });

describe('a menu is about what is selected', () => {
  test('what is not selected is selected first', () => {
    expect(menuPlace({ kind: 'node', id: 'a' }, selected(['b', 'c']), false)).toEqual({
      place: 'node',
      select: { nodes: ['a'], edges: [] },
    });
    expect(menuPlace({ kind: 'edge', id: 'e' }, selected(['b']), false)).toEqual({
      place: 'edge',
      select: { nodes: [], edges: ['e'] },
    });
  });

  test('one of several stands for all of them, as does the frame around them', () => {
    expect(menuPlace({ kind: 'node', id: 'a' }, selected(['a', 'b']), false)).toEqual({ place: 'selection' });
    expect(menuPlace({ kind: 'edge', id: 'e' }, selected(['a'], ['e']), false)).toEqual({ place: 'selection' });
    expect(menuPlace({ kind: 'selection' }, selected(['a', 'b']), false)).toEqual({ place: 'selection' });
  });

  test('one alone has its own', () => {
    expect(menuPlace({ kind: 'node', id: 'a' }, selected(['a']), false)).toEqual({ place: 'node' });
    expect(menuPlace({ kind: 'edge', id: 'e' }, selected([], ['e']), false)).toEqual({ place: 'edge' });
  });
});

describe('the canvas', () => {
  test('has its own menu by the mouse, whatever is selected elsewhere', () => {
    expect(menuPlace(undefined, selected(['a']), false)).toEqual({ place: 'canvas' });
  });

  test('stands for what is selected by the keyboard', () => {
    expect(menuPlace(undefined, selected([]), true)).toEqual({ place: 'canvas' });
    expect(menuPlace(undefined, selected(['a']), true)).toEqual({ place: 'node' });
    expect(menuPlace(undefined, selected([], ['e']), true)).toEqual({ place: 'edge' });
    expect(menuPlace(undefined, selected(['a', 'b']), true)).toEqual({ place: 'selection' });
  });
});
