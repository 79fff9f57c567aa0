// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ReactFlowProvider } from 'reactflow';
import { beforeEach, describe, expect, test } from 'vitest';
import { startLabelDrag } from '../kit/label-drag';
import { must } from '../shared/assert';
import type { Op } from '../shared/graph/ops';
import { NO_PRESENCE, type Peer, type PresenceState } from '../shared/protocol/presence';
import { newTestClientId } from '../shared/testing/test-client-ids';
import { takeSelection } from '../store/editor-store';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../ui/testing/family';
import { type RenderedEditor, renderEditor } from '../ui/testing/render-editor';
import { Canvas } from './Canvas';
import { FlowStore } from './flow-store';
import type { MakingGestures } from './use-making';

const CEM = newTestClientId();
/** Labels that were dropped. */
const dropped: string[] = [];
/** What else was asked for, in order. */
const asked: string[] = [];
const gestures: MakingGestures = {
  onDropLabel: (label) => dropped.push(label),
  onCreate: ({ x, y }) => asked.push(`node at ${x} ${y}`),
  onConnect: () => asked.push('edge'),
  onConnectToEmpty: () => asked.push('edge and node'),
};
const person = { name: 'Cem', color: '#02823a' };

/** The canvas with Ann at 0, 0 and Bo at 400, 0. */
function canvas(): RenderedEditor & { flow: FlowStore; does(state: Partial<PresenceState> | undefined): void } {
  const flow = new FlowStore((nodes, edges) => takeSelection(rendered.store, nodes, edges));
  const rendered = renderEditor(
    <ReactFlowProvider>
      <Canvas flow={flow} gestures={gestures} />
    </ReactFlowProvider>,
    [...FAMILY, { op: 'move_node', nodeId: BO, position: { x: 400, y: 0 } }],
  );
  const take = () => {
    const { nodes, edges, counts } = rendered.store.getState();
    flow.take({ nodes, edges, counts, complete: true });
  };
  act(take);
  return {
    ...rendered,
    flow,
    show: (...ops: Op[]) => {
      rendered.show(...ops);
      act(take);
    },
    /** Someone else does this just now; undefined: they are gone. */
    does: (state) => {
      const peer: Peer = { clientId: CEM, person, role: 'editor', state: { ...NO_PRESENCE, ...state } };
      rendered.set({ peers: new Map(state === undefined ? [] : [[CEM, peer]]) });
    },
  };
}

const cursor = () => screen.queryByTestId('peer-cursor');
const mark = (id: string) =>
  screen.queryAllByTestId('peer-selection').find((element) => element.getAttribute('data-of') === id);
const node = (id: string) =>
  must(document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`), 'the node');
const surface = () => screen.getByLabelText('Canvas');

/** The elements that are drawn differently after `act`. */
async function drawnAnew(what: () => void): Promise<Element[]> {
  const touched = new Set<Element>();
  const watch = (mutations: MutationRecord[]) => {
    for (const { target } of mutations) if (target instanceof Element) touched.add(target);
  };
  const observer = new MutationObserver(watch);
  observer.observe(surface(), { subtree: true, childList: true, attributes: true });
  what();
  await Promise.resolve();
  watch(observer.takeRecords());
  observer.disconnect();
  return [...touched];
}

let shown: ReturnType<typeof canvas>;
beforeEach(() => {
  dropped.length = 0;
  asked.length = 0;
  shown = canvas();
});

describe('someone else on the canvas', () => {
  test('is seen by cursor and name while the pointer is there', () => {
    shown.does({ cursor: { x: 30, y: 40 } });
    expect(cursor()?.textContent).toBe('Cem');
    expect(cursor()?.style.translate).toBe('30px 40px');
    shown.does({ cursor: null });
    expect(cursor()).toBeNull();
  });

  test('is not spoken of by screen readers, nor in the way of the pointer', () => {
    shown.does({ cursor: { x: 30, y: 40 }, selection: { nodes: [ANN], edges: [] } });
    for (const element of [cursor(), mark(ANN)]) expect(element?.closest('[aria-hidden="true"]')).not.toBeNull();
  });

  test('moves without anything else being drawn anew', async () => {
    shown.does({ cursor: { x: 30, y: 40 } });
    const touched = await drawnAnew(() => shown.does({ cursor: { x: 31, y: 41 } }));
    expect(touched).toEqual([cursor()]);
  });

  test('is seen by what they selected: nodes by outline and name, edges by a light along their line', async () => {
    const touched = await drawnAnew(() => shown.does({ selection: { nodes: [BO], edges: [ANN_KNOWS_BO] } }));
    expect(mark(BO)?.textContent).toBe('Cem');
    expect(mark(BO)?.style.translate).toBe('400px 0px');
    expect(mark(ANN_KNOWS_BO)?.getAttribute('d')).toBe('M200 32L400 32');
    expect(mark(ANN)).toBeUndefined();
    for (const element of touched) expect(element.closest('.react-flow__viewport-portal')).not.toBeNull();
  });

  test('may select what is not here, or not here any more', () => {
    shown.does({ selection: { nodes: [ANN], edges: [ANN_KNOWS_BO] } });
    shown.show({ op: 'delete_node', nodeId: ANN });
    expect(screen.queryAllByTestId('peer-selection')).toEqual([]);
  });

  test('drags a node that is seen to move, with its marks, and nothing is edited by that', async () => {
    const unmoved = node(ANN).style.transform;
    for (const x of [450, 500]) {
      const drag = [{ nodeId: BO, position: { x, y: 0 } }];
      shown.does({ selection: { nodes: [BO], edges: [ANN_KNOWS_BO] }, drag });
      await waitFor(() => expect(node(BO).style.transform).toBe(`translate(${x}px,0px)`));
    }
    expect(mark(BO)?.style.translate).toBe('500px 0px');
    expect(mark(ANN_KNOWS_BO)?.getAttribute('d')).toBe('M200 32L500 32');
    expect(node(ANN).style.transform).toBe(unmoved);
    expect(shown.edits).toEqual([]);
    expect(shown.presence.filter(({ drag: own }) => own !== undefined)).toEqual([]);
  });

  test('types into a node, which has a pencil as long as they do', () => {
    shown.does({ editing: { on: 'node', id: BO, key: 'name' } });
    const pencil = () => screen.queryByTestId('peer-editing');
    expect([pencil()?.textContent, pencil()?.getAttribute('data-of')]).toEqual(['Cem', BO]);
    shown.does({ editing: null });
    expect(pencil()).toBeNull();
  });

  test('leaves no trace when they are gone', () => {
    shown.does({ cursor: { x: 30, y: 40 }, selection: { nodes: [ANN], edges: [ANN_KNOWS_BO] } });
    shown.does(undefined);
    expect(cursor()).toBeNull();
    expect(screen.queryAllByTestId('peer-selection')).toEqual([]);
  });
});

describe('someone else’s view', () => {
  const transform = () =>
    must(document.querySelector<HTMLElement>('.react-flow__viewport'), 'the view').style.transform;
  const sees = (x: number, zoom = 1) => shown.does({ viewport: { x, y: 0, zoom } });
  const follow = () => shown.set({ following: CEM });
  /** The canvas of these tests is 500 by 500 pixels. */
  const at = (x: number, zoom = 1) => `translate(${250 - x * zoom}px,250px) scale(${zoom})`;
  const isAt = (place: string) => waitFor(() => expect(transform().replaceAll(', ', ',')).toBe(place));

  test('is gone to and followed', async () => {
    sees(100);
    follow();
    await isAt(at(100));
    sees(300, 0.5);
    await isAt(at(300, 0.5));
    expect(shown.store.getState().following).toBe(CEM);
  });

  test('is followed no more once the person looks elsewhere', async () => {
    sees(100);
    follow();
    await isAt(at(100));
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    await waitFor(() => expect(shown.store.getState().following).toBeUndefined());
    const own = transform();
    sees(900);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(transform()).toBe(own);
  });
});

describe('what the person does is told', () => {
  const told = () => shown.presence.at(-1);

  test('the cursor, in canvas units, until it leaves', () => {
    fireEvent.pointerMove(surface(), { clientX: 100, clientY: 50 });
    expect(told()).toEqual({ cursor: { x: 100, y: 50 } });
    fireEvent.pointerLeave(surface());
    expect(told()).toEqual({ cursor: null });
  });

  test('the cursor goes when the person does something else than looking at the page', () => {
    for (const leave of [
      () => fireEvent.blur(window),
      () => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        fireEvent(document, new Event('visibilitychange'));
      },
    ]) {
      fireEvent.pointerMove(surface(), { clientX: 100, clientY: 50 });
      leave();
      expect(told()).toEqual({ cursor: null });
    }
    Reflect.deleteProperty(document, 'hidden');
  });

  test('what is selected, and that nothing is any more', () => {
    fireEvent.click(node(ANN));
    expect(told()).toEqual({ selection: { nodes: [ANN], edges: [] } });
    shown.show({ op: 'delete_node', nodeId: ANN });
    expect(told()).toEqual({ selection: { nodes: [], edges: [] } });
  });

  test('a drag while it lasts; only the drop is an edit', () => {
    const mouse = (type: 'mouseDown' | 'mouseMove' | 'mouseUp', on: Element | Window, x: number) =>
      fireEvent[type](on, { clientX: x, clientY: 10, button: 0, view: window });
    mouse('mouseDown', node(ANN), 10);
    for (const x of [20, 60, 110]) mouse('mouseMove', window, x);
    const dragged = shown.presence.filter(({ drag }) => drag !== undefined);
    expect(dragged.at(-1)?.drag?.map(({ nodeId }) => nodeId)).toEqual([ANN]);
    expect(shown.edits).toEqual([]);
    mouse('mouseUp', window, 110);
    expect(told()).toEqual({ drag: [] });
    expect(shown.edits).toMatchObject([[{ op: 'move_node', nodeId: ANN }]]);
    expect(dragged.at(-1)?.drag?.[0]?.position).toEqual(
      shown.edits[0]?.map((op) => 'position' in op && op.position)[0],
    );
  });
});

describe('who may only view', () => {
  const mouse = (type: 'mouseDown' | 'mouseMove' | 'mouseUp', on: Element | Window, x: number) =>
    fireEvent[type](on, { clientX: x, clientY: 10, button: 0, view: window });

  test('moves, deletes and connects nothing, and still selects', async () => {
    shown.set({ role: 'viewer' });
    // The end of a drag, as of the test before, swallows clicks for a moment.
    await waitFor(() => {
      fireEvent.click(node(ANN));
      expect(shown.store.getState().selectedNodes).toEqual([ANN]);
    });
    mouse('mouseDown', node(ANN), 10);
    for (const x of [20, 60, 110]) mouse('mouseMove', window, x);
    mouse('mouseUp', window, 110);
    for (const key of ['ArrowRight', 'Delete', 'Backspace']) {
      fireEvent.keyDown(node(ANN), { key, code: key });
      fireEvent.keyUp(node(ANN), { key, code: key });
    }
    expect(shown.edits).toEqual([]);
    expect(node(ANN).style.transform).toBe('translate(0px,0px)');
    expect(shown.presence.filter(({ drag }) => drag !== undefined)).toEqual([]);
    expect(document.querySelector('.react-flow__handle.connectable')).toBeNull();
    expect(node(ANN).classList.contains('draggable')).toBe(false);
  });

  test('drops nothing', () => {
    shown.set({ role: 'viewer' });
    const dataTransfer = new DataTransfer();
    startLabelDrag(dataTransfer, 'Person');
    fireEvent.drop(surface(), { dataTransfer, clientX: 10, clientY: 10 });
    expect(dropped).toEqual([]);
    shown.set({ role: 'editor' });
    fireEvent.drop(surface(), { dataTransfer, clientX: 10, clientY: 10 });
    expect(dropped).toEqual(['Person']);
  });

  test('and is told so in the middle of a drag sees the node where it was', async () => {
    mouse('mouseDown', node(ANN), 10);
    for (const x of [20, 60, 110]) mouse('mouseMove', window, x);
    expect(node(ANN).style.transform).not.toBe('translate(0px,0px)');
    shown.set({ role: 'viewer' });
    mouse('mouseUp', window, 110);
    await waitFor(() => expect(node(ANN).style.transform).toBe('translate(0px,0px)'));
    expect(shown.edits).toEqual([]);
  });
});

test('what people typed is shown as text, in its own direction', () => {
  const name = '<b onclick="x">\u202eBo</b>';
  shown.show({ op: 'set_property', on: 'node', id: BO, key: 'name', value: name });
  expect(node(BO).textContent).toContain(name);
  expect(node(BO).querySelector('b')).toBeNull();
  expect(node(BO).querySelector('[dir="auto"]')?.textContent).toBe(name);
});

describe('what is made and named by hand', () => {
  const pane = () => must(document.querySelector('.react-flow__pane'), 'the pane');

  test('a double press on nothing asks for a node there; on a node, for its caption', () => {
    fireEvent.doubleClick(pane(), { clientX: 120, clientY: 80 });
    expect(asked).toEqual(['node at 120 80']);
    fireEvent.doubleClick(node(BO));
    expect(asked.length).toBe(1);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Caption (name)' }).value).toBe('Bo');
  });

  test('neither for who may only view', () => {
    shown.set({ role: 'viewer' });
    fireEvent.doubleClick(pane(), { clientX: 120, clientY: 80 });
    fireEvent.doubleClick(node(BO));
    expect(asked).toEqual([]);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('the first Enter on a card selects it and is no shortcut; the second is', () => {
    shown.store.setState({ selectedNodes: [] });
    const handled = () => !fireEvent.keyDown(node(BO), { key: 'Enter', code: 'Enter' });
    expect(handled()).toBe(true);
    expect(shown.store.getState().selectedNodes).toEqual([BO]);
    expect(handled()).toBe(false);
  });
});

describe('arrow keys', () => {
  const press = (key: string, more: object = {}, on: Element = document.body) =>
    fireEvent.keyDown(on, { key, ...more });
  const rightOf = (x: number) => `translate(${x}px,0px)`;
  beforeEach(() => act(() => shown.flow.select([ANN], [])));

  test('move what is selected at once, live, and are one edit when something else is done', () => {
    press('ArrowRight');
    press('ArrowRight', {}, node(ANN));
    press('Shift');
    press('ArrowRight', { shiftKey: true });
    expect(node(ANN).style.transform).toBe(rightOf(30));
    expect(shown.presence.at(-1)?.drag).toEqual([{ nodeId: ANN, position: { x: 30, y: 0 } }]);
    expect(shown.edits).toEqual([]);
    press('Control');
    expect(shown.edits).toEqual([[{ op: 'move_node', nodeId: ANN, position: { x: 30, y: 0 } }]]);
  });

  test('are one edit after a moment, too', async () => {
    press('ArrowRight');
    await waitFor(() => expect(shown.edits.length).toBe(1), { timeout: 3000 });
    expect(screen.getByText('Moved 1 node')).toBeDefined();
  });

  test('belong to the field where someone types, to others with Alt, and do nothing with nothing selected', () => {
    const field = document.createElement('input');
    surface().append(field);
    press('ArrowRight', {}, field);
    press('ArrowRight', { altKey: true });
    act(() => shown.flow.select([], []));
    press('ArrowRight');
    press('Control');
    expect(node(ANN).style.transform).toBe(rightOf(0));
    expect(shown.edits).toEqual([]);
  });

  test('move nothing for who may only view', () => {
    shown.set({ role: 'viewer' });
    press('ArrowRight');
    press('Control');
    expect(node(ANN).style.transform).toBe(rightOf(0));
    expect(shown.edits).toEqual([]);
  });
});

describe('the ends of an edge', () => {
  const grip = (end: string) => screen.queryByTestId(`grip-${end}`);
  /** What is under the pointer, wherever that is. */
  const under = (id: string | undefined) => {
    document.elementsFromPoint = () => (id === undefined ? [] : [node(id)]);
  };
  const drags = (end: string) => {
    fireEvent.pointerDown(must(grip(end), 'the grip'), { button: 0 });
    fireEvent.pointerMove(window, { clientX: 5, clientY: 5 });
  };

  test('can be taken hold of while it alone is selected, by who may edit', () => {
    const { set, flow } = shown;
    expect(grip('source')).toBeNull();
    act(() => flow.select([], [ANN_KNOWS_BO]));
    expect([grip('source'), grip('target')]).not.toContain(null);
    set({ role: 'viewer' });
    expect(grip('source')).toBeNull();
    set({ role: 'editor' });
    act(() => flow.select([ANN], [ANN_KNOWS_BO]));
    expect(grip('target')).toBeNull();
  });

  test('are led to the node they are dropped on', () => {
    const { edits, flow } = shown;
    act(() => flow.select([], [ANN_KNOWS_BO]));
    under(CITY);
    drags('target');
    expect(screen.getByTestId('new-end').dataset['of']).toBe(CITY);
    fireEvent.pointerUp(window);
    expect(edits).toEqual([[{ op: 'set_ends', edgeId: ANN_KNOWS_BO, source: ANN, target: CITY }]]);
    expect(screen.queryByTestId('new-end')).toBeNull();
  });

  test.each<[string, string | undefined, string[]]>([
    ['nothing', undefined, []],
    ['the node they are at', BO, []],
    ['a node, after Esc', CITY, ['Escape']],
  ])('stay as they were when let go over %s', (_, id, keys) => {
    const { edits, flow } = shown;
    act(() => flow.select([], [ANN_KNOWS_BO]));
    under(CITY);
    drags('target');
    under(id);
    for (const key of keys) fireEvent.keyDown(window, { key });
    fireEvent.pointerUp(window);
    expect(edits).toEqual([]);
    expect(screen.queryByTestId('new-end')).toBeNull();
  });
});

test('a locked node has a mark, and says so', () => {
  expect(screen.queryByRole('img', { name: 'Locked' })).toBeNull();
  act(() => shown.flow.lock(new Set([ANN])));
  expect(screen.getAllByRole('img', { name: 'Locked' }).map((mark) => mark.closest('.react-flow__node'))).toEqual([
    node(ANN),
  ]);
});
