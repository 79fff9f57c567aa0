// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { Replica } from '../../replica/replica';
import type { Op } from '../../shared/graph/ops';
import { SCHEMA_OPS, testClientId, testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { NO_PRESENCE, type Peer } from '../../shared/protocol/presence';
import { ManualClock } from '../../shared/testing/manual-clock';
import { createEditorStore, type EditorStore, takeOwnEditing, takeSchemaChanges } from '../../store/editor-store';
import { RemovedElements } from '../unkept/removed-elements';
import { type Together, together } from './together';

const [ANN, BO, CY] = [testNodeId(1), testNodeId(2), testNodeId(3)];
const ANN_BO = testEdgeId(1);
const [BOB, CEM] = [testClientId(2), testClientId(3)];
const NAMES = new Map([
  [BOB, 'Bob'],
  [CEM, 'Cem'],
]);

const person = (nodeId: string, name: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 1, y: 2 },
  properties: { name },
});
const edge: Op = { op: 'create_edge', edgeId: ANN_BO, type: 'KNOWS', source: ANN, target: BO, properties: {} };
const deleteNode = (nodeId: string): Op => ({ op: 'delete_node', nodeId });
const named = (id: string, value: string): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value });
const moved = (nodeId: string): Op => ({ op: 'move_node', nodeId, position: { x: 9, y: 9 } });

let clock: ManualClock;
let store: EditorStore;
let replica: Replica;
let company: Together;
let edits: (readonly Op[])[];

/** Others' patches come in. */
function others(clientId: string, ...ops: Op[]): void {
  const serverVersion = replica.serverVersion + 1;
  const patch = { serverVersion, clientId, seq: serverVersion, ops };
  const { changes, removedBy } = replica.receive([{ type: 'patch', patch }]);
  removed.note(changes, removedBy);
  company.changed(changes, removedBy);
  takeSchemaChanges(store, changes);
  company.heard([patch]);
}

/** The person edits. */
function edit(...ops: Op[]): void {
  const submitted = replica.submit(ops);
  if (submitted.status !== 'pending') throw new Error('it was refused');
  company.changed(submitted.changes, new Map());
  company.edited(submitted.changes);
}

let removed: RemovedElements;
beforeEach(() => {
  clock = new ManualClock();
  store = createEditorStore();
  store.setState({ connection: 'saved' });
  replica = new Replica(testClientId(1));
  removed = new RemovedElements();
  edits = [];
  company = together({
    store,
    clock,
    removed,
    nameOf: (clientId) => NAMES.get(clientId),
    view: () => replica.view,
    edit: (ops) => {
      edits.push(ops);
      edit(...ops);
    },
  });
  others(BOB, ...SCHEMA_OPS, person(ANN, 'Ann'), person(BO, 'Bo'), person(CY, 'Cy'), edge);
  clock.advance(10_000);
  store.setState({ announcements: [] });
});

const notices = () => store.getState().notices.map(({ text }) => text);
const restore = () => store.getState().notices.at(-1)?.action?.run();
const announced = () => store.getState().announcements.map(({ text }) => text);

describe('someone else deletes what the person works on', () => {
  test.each<[string, () => void]>([
    ['what is selected', () => store.setState({ selectedNodes: [ANN] })],
    ['what they are typing in', () => takeOwnEditing(store, { on: 'node', id: ANN, key: 'name' })],
    ['what they changed lately', () => edit(moved(ANN))],
  ])('%s: it is said, with a way to bring it back with its edges', (_, work) => {
    work();
    const before = replica.view.get('node', ANN);
    others(BOB, deleteNode(ANN));
    expect(notices()).toEqual(['Bob deleted “Ann”.']);
    restore();
    expect(edits).toHaveLength(1);
    expect(replica.view.get('node', ANN)).toEqual(before);
    expect(replica.view.get('edge', ANN_BO)).toBeDefined();
    expect(notices(), 'it is back').toEqual([]);
  });

  test('nothing is said of what they have nothing to do with, nor of what they changed long ago', () => {
    edit(moved(ANN));
    store.setState({ selectedNodes: [BO] });
    clock.advance(11 * 60_000);
    others(BOB, deleteNode(ANN), deleteNode(CY));
    expect(notices()).toEqual([]);
  });

  test('much is said at once, and comes back at once', () => {
    store.setState({ selectedNodes: [ANN, BO, CY], selectedEdges: [ANN_BO] });
    others(BOB, deleteNode(ANN), deleteNode(BO));
    expect(notices()).toEqual(['Bob deleted 2 things you were working on.']);
    others(BOB, deleteNode(CY));
    expect(notices()).toEqual(['Bob deleted 3 things you were working on.']);
    restore();
    expect(edits).toHaveLength(1);
    expect([ANN, BO, CY].map((id) => replica.view.get('node', id)?.id)).toEqual([ANN, BO, CY]);
    expect(replica.view.get('edge', ANN_BO)).toBeDefined();
  });

  test('of two who do so each is named', () => {
    store.setState({ selectedNodes: [ANN, BO] });
    others(BOB, deleteNode(ANN));
    others(CEM, deleteNode(BO));
    expect(notices()).toEqual(['Bob deleted “Ann”.', 'Cem deleted “Bo”.']);
  });

  test('a message that was put away does not come back with what it said', () => {
    store.setState({ selectedNodes: [ANN, BO] });
    others(BOB, deleteNode(ANN));
    store.setState({ notices: [] });
    others(BOB, deleteNode(BO));
    expect(notices()).toEqual(['Bob deleted “Bo”.']);
  });

  test('when they bring it back themselves, there is nothing left to say', () => {
    store.setState({ selectedNodes: [ANN] });
    others(BOB, deleteNode(ANN));
    others(BOB, person(ANN, 'Ann'));
    expect(notices()).toEqual([]);
  });

  test('an edge whose ends are gone cannot come back, and that is said', () => {
    store.setState({ selectedEdges: [ANN_BO] });
    others(BOB, { op: 'delete_edge', edgeId: ANN_BO });
    expect(notices()).toEqual(['Bob deleted an edge (KNOWS).']);
    others(CEM, deleteNode(ANN));
    restore();
    expect(edits).toEqual([]);
    expect(notices().at(-1)).toMatch(/^That could not be brought back/u);
  });
});

describe('someone else writes into the field that the person is in', () => {
  const overwrittenBy = () => store.getState().overwrittenBy;

  test('is known by name until the person goes elsewhere', () => {
    takeOwnEditing(store, { on: 'node', id: ANN, key: 'name' });
    others(BOB, named(BO, 'Bodo'));
    expect(overwrittenBy()).toBeUndefined();
    others(BOB, named(ANN, 'Anna'));
    expect(overwrittenBy()).toBe('Bob');
    takeOwnEditing(store, null);
    expect(overwrittenBy()).toBeUndefined();
  });
});

describe('what others do is said to who listens', () => {
  test('in coarse words, once in a while', () => {
    others(BOB, person(testNodeId(4), 'Di'), person(testNodeId(5), 'Ed'));
    others(BOB, named(testNodeId(4), 'Dina'), moved(ANN), moved(ANN), deleteNode(CY));
    others(CEM, named(BO, 'Bodo'));
    expect(announced()).toEqual([]);
    clock.advance(4_000);
    expect(announced()).toEqual(['Bob added 2 nodes, deleted 1 node, moved 1 node.', 'Cem changed 1 node.']);
    clock.advance(60_000);
    expect(announced()).toHaveLength(2);
  });

  test('not after the graph was closed', () => {
    others(BOB, moved(ANN));
    company.close();
    expect(clock.waiting).toBe(0);
  });
});

describe('who comes and goes', () => {
  const here = (...ids: string[]) => {
    const peer = (clientId: string): [string, Peer] => [
      clientId,
      {
        clientId,
        person: { name: NAMES.get(clientId) ?? 'Bob', color: '#026fd7' },
        role: 'editor',
        state: NO_PRESENCE,
      },
    ];
    store.setState({ peers: new Map(ids.map(peer)) });
  };

  test('is said, and those who were here before all at once', () => {
    here(BOB, CEM);
    clock.advance(2_000);
    here(BOB);
    clock.advance(2_000);
    here(BOB, CEM);
    clock.advance(2_000);
    expect(announced()).toEqual(['Also here: Bob, Cem.', 'Cem left.', 'Cem came.']);
  });

  test('is not said of who only loads the page anew, nor while one is away oneself', () => {
    here(BOB, CEM);
    clock.advance(2_000);
    here(CEM);
    here(CEM, testClientId(9));
    clock.advance(2_000);
    store.setState({ connection: 'reconnecting' });
    here();
    clock.advance(60_000);
    store.setState({ connection: 'saved' });
    here(BOB, CEM);
    clock.advance(2_000);
    expect(announced()).toEqual(['Also here: Bob, Cem.']);
  });

  test('following someone ends when they leave, with a word', () => {
    here(BOB, CEM);
    store.setState({ following: BOB });
    here(CEM);
    expect(store.getState().following).toBeUndefined();
    expect(notices()).toEqual(['Bob left, so you no longer follow them.']);
  });
});
