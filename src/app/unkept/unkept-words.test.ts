import { describe, expect, test } from 'vitest';
import type { SettledPatch } from '../../replica/replica';
import { applyPatch } from '../../shared/graph/apply-patch';
import { ChangeCollector } from '../../shared/graph/changes';
import type { SkipReason } from '../../shared/graph/element-ops';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { testClientId, testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../../ui/testing/family';
import { RemovedElements } from './removed-elements';
import { pendingText, unkeptChanges } from './unkept-words';

const CEM = testClientId(3);
const STRANGER = testClientId(4);
const NEW = testNodeId(9);
const NEW_EDGE = testEdgeId(9);

const deleteNode = (nodeId: string): Op => ({ op: 'delete_node', nodeId });
const deleteEdge: Op = { op: 'delete_edge', edgeId: ANN_KNOWS_BO };
const named = (id: string, value: string): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value });
const moved = (nodeId: string): Op => ({ op: 'move_node', nodeId, position: { x: 5, y: 5 } });
const unnamed = (id: string): Op => ({ op: 'remove_property', on: 'node', id, key: 'name' });
const since: Op = { op: 'set_property', on: 'edge', id: ANN_KNOWS_BO, key: 'since', value: 2001 };
const notSince: Op = { op: 'remove_property', on: 'edge', id: ANN_KNOWS_BO, key: 'since' };
const person: Op = {
  op: 'create_node',
  nodeId: NEW,
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: { name: 'Di', active: false },
};
const knows = (source: string, target: string): Op => ({
  op: 'create_edge',
  edgeId: NEW_EDGE,
  type: 'KNOWS',
  source,
  target,
  properties: { since: 2001 },
});

/** The family, from which someone has deleted something. */
function told(settled: SettledPatch, gone: readonly Op[] = [], by: string = CEM) {
  const view = new Graph();
  applyPatch(view, FAMILY);
  const outcome = applyPatch(view, gone);
  const removed = new RemovedElements();
  if (outcome.status === 'applied') {
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    removed.note(collector.changesTo(view), new Map(outcome.journal.map(({ key }) => [key, by])));
  }
  const nameOf = (clientId: string) => (clientId === CEM ? 'Cem' : undefined);
  return unkeptChanges(settled, { view, removed: (id) => removed.get(id), nameOf });
}

const patch = (ops: readonly Op[]) => ({ key: 1, clientId: testClientId(1), seq: 1, ops, decided: false });
const skipping = (op: Op, reason: SkipReason): SettledPatch => ({
  patch: patch([{ op: 'set_title', title: 'Goes through' }, op]),
  outcome: { status: 'ack', serverVersion: 7, skipped: [{ op: 1, reason }] },
  effect: undefined,
});
const refusing = (...ops: Op[]): SettledPatch => ({
  patch: patch(ops),
  outcome: { status: 'nack', code: 'LIMIT_REACHED', reason: 'There are too many.' },
  effect: undefined,
});

describe('A2: what was skipped is said with what it was about, why, and what can be had back', () => {
  test.each<[SkipReason, Op, readonly Op[], string, string, string | undefined]>([
    ['node_gone', moved(BO), [deleteNode(BO)], 'The move of Bo was not kept: the node was deleted by Cem.', '', BO],
    [
      'node_gone',
      named(BO, 'Bodo'),
      [deleteNode(BO)],
      'name of Bo was not kept: the node was deleted by Cem.',
      'name: Bodo',
      BO,
    ],
    [
      'node_gone',
      unnamed(BO),
      [deleteNode(BO)],
      'The removal of name of Bo was not kept: the node was deleted by Cem.',
      '',
      BO,
    ],
    [
      'node_gone',
      named(CITY, 'Ulm'),
      [deleteNode(CITY)],
      'name of an unnamed City was not kept: the node was deleted by Cem.',
      'name: Ulm',
      CITY,
    ],
    [
      'edge_gone',
      since,
      [deleteEdge],
      'since of the edge KNOWS from Ann to Bo was not kept: the edge was deleted by Cem.',
      'since: 2001',
      ANN_KNOWS_BO,
    ],
    [
      'edge_gone',
      notSince,
      [deleteNode(BO)],
      'The removal of since of the edge KNOWS from Ann to Bo was not kept: the edge was deleted by Cem.',
      '',
      ANN_KNOWS_BO,
    ],
    [
      'end_gone',
      knows(CITY, BO),
      [deleteNode(BO)],
      'The edge KNOWS from an unnamed City to Bo was not kept: Bo was deleted by Cem.',
      'The edge KNOWS from an unnamed City to Bo\nsince: 2001',
      BO,
    ],
    [
      'end_gone',
      knows(BO, CITY),
      [deleteNode(BO)],
      'The edge KNOWS from Bo to an unnamed City was not kept: Bo was deleted by Cem.',
      'The edge KNOWS from Bo to an unnamed City\nsince: 2001',
      BO,
    ],
    ['exists', person, [], 'The new Person was not made twice: it is there already.', '', undefined],
    [
      'exists',
      knows(ANN, BO),
      [],
      'The edge KNOWS from Ann to Bo was not made twice: it is there already.',
      '',
      undefined,
    ],
  ])('%s: %o', (reason, op, others, sentence, content, gone) => {
    expect(told(skipping(op, reason), others)).toEqual([{ sentence, content, gone }]);
  });

  test('who it was is not known: someone else', () => {
    const [entry] = told(skipping(moved(BO), 'node_gone'), [deleteNode(BO)], STRANGER);
    expect(entry?.sentence).toBe('The move of Bo was not kept: the node was deleted by someone else.');
  });

  test.each<[SkipReason, Op, string, string]>([
    ['node_gone', named(NEW, 'Di'), 'name of a node was not kept: the node was deleted by someone else.', 'name: Di'],
    [
      'edge_gone',
      { op: 'set_property', on: 'edge', id: NEW_EDGE, key: 'since', value: 1 },
      'since of an edge was not kept: the edge was deleted by someone else.',
      'since: 1',
    ],
    [
      'end_gone',
      knows(ANN, NEW),
      'The edge KNOWS from Ann to a node was not kept: one of its nodes was deleted by someone else.',
      'The edge KNOWS from Ann to a node\nsince: 2001',
    ],
    [
      'end_gone',
      knows(ANN, BO),
      'The edge KNOWS from Ann to Bo was not kept: one of its nodes was deleted by someone else.',
      'The edge KNOWS from Ann to Bo\nsince: 2001',
    ],
  ])(
    '%s: what it was is not known here, as when it was deleted while this browser was away',
    (reason, op, sentence, content) => {
      expect(told(skipping(op, reason))).toEqual([{ sentence, content, gone: undefined }]);
    },
  );

  test.each([
    ['node_gone', deleteNode(BO)],
    ['edge_gone', deleteEdge],
  ] as const)('%s: what was to be deleted is deleted, and that is no loss', (reason, op) => {
    expect(told(skipping(op, reason), [deleteNode(BO)])).toEqual([]);
  });

  test('each op that was skipped has an entry, in order; what counted has none', () => {
    const settled: SettledPatch = {
      patch: patch([named(BO, 'Bodo'), named(ANN, 'Anna'), moved(BO)]),
      outcome: {
        status: 'ack',
        serverVersion: 7,
        skipped: [0, 2].map((op) => ({ op, reason: 'node_gone' as const })),
      },
      effect: undefined,
    };
    expect(told(settled, [deleteNode(BO)]).map(({ sentence }) => sentence)).toEqual([
      'name of Bo was not kept: the node was deleted by Cem.',
      'The move of Bo was not kept: the node was deleted by Cem.',
    ]);
  });

  test('what all counted is nothing to speak of', () => {
    const outcome = { status: 'ack', serverVersion: 7, skipped: [] } as const;
    expect(told({ patch: patch([moved(BO)]), outcome, effect: undefined })).toEqual([]);
  });
});

describe('A3: what was refused is said with the server’s reason, and its content can be had', () => {
  test.each<[Op, string, string]>([
    [{ op: 'set_title', title: 'Clan' }, 'The title “Clan”', 'Clan'],
    [{ op: 'create_label', label: 'Pet', properties: {} }, 'The label Pet', ''],
    [{ op: 'create_edge_type', type: 'OWNS', properties: {} }, 'The edge type OWNS', ''],
    [{ op: 'add_property', on: 'node', of: 'Person', key: 'nick', type: 'STRING' }, 'The property nick of Person', ''],
    [person, 'The new Person', 'The new Person\nname: Di\nactive: false'],
    [moved(ANN), 'The move of Ann', ''],
    [named(ANN, 'Anna'), 'name of Ann', 'name: Anna'],
    [since, 'since of the edge KNOWS from Ann to Bo', 'since: 2001'],
    [unnamed(ANN), 'The removal of name of Ann', ''],
    [notSince, 'The removal of since of the edge KNOWS from Ann to Bo', ''],
    [deleteNode(ANN), 'The deletion of Ann', ''],
    [
      knows(ANN, CITY),
      'The edge KNOWS from Ann to an unnamed City',
      'The edge KNOWS from Ann to an unnamed City\nsince: 2001',
    ],
    [deleteEdge, 'The deletion of the edge KNOWS from Ann to Bo', ''],
  ])('%o', (op, what, content) => {
    const sentence = `${what} was not kept: There are too many.`;
    expect(told(refusing(op))).toEqual([{ sentence, content, gone: undefined }]);
  });

  test('a patch of several ops is one entry, with the content of all', () => {
    expect(told(refusing(person, moved(ANN), named(ANN, 'Anna')))).toEqual([
      {
        sentence: 'The new Person, and 2 more with it, was not kept: There are too many.',
        content: 'The new Person\nname: Di\nactive: false\nname: Anna',
        gone: undefined,
      },
    ]);
  });

  test('a patch of nothing is nothing to speak of', () => {
    expect(told(refusing())).toEqual([]);
  });
});

test('what waits is text to be copied: what each op is about, and what the person put into it', () => {
  const view = new Graph();
  applyPatch(view, FAMILY);
  const witness = { view, removed: () => undefined, nameOf: () => undefined };
  const patches = [{ ops: [named(ANN, 'Anna'), moved(BO)] }, { ops: [person] }];
  expect(pendingText(patches, witness).replaceAll(/[\u2066-\u2069]/gu, '')).toBe(
    ['name of Ann', 'name: Anna', 'The move of Bo', '', 'The new Person', 'name: Di', 'active: false'].join('\n'),
  );
  expect(pendingText([], witness)).toBe('');
});
