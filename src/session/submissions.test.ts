import { describe, expect, test } from 'vitest';
import type { SettledPatch } from '../replica/replica';
import { type NetChanges, NO_CHANGES } from '../shared/graph/changes';
import type { GraphNode } from '../shared/graph/model';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { testClientId } from '../shared/testing/test-client-ids';
import { refusal, Submissions } from './submissions';

const [ANN, BO] = [testNodeId(1), testNodeId(2)];
const node = (id: string, x = 0): GraphNode => ({ id, label: 'Person', position: { x, y: 0 }, properties: new Map() });
const made = (...nodes: GraphNode[]): NetChanges => ({
  ...NO_CHANGES,
  node: new Map(nodes.map((after) => [after.id, { before: undefined, after }])),
});
const patch = (key: number) => ({ key, clientId: testClientId(1), seq: key, ops: [], decided: false });
const accepted = (key: number, effect: NetChanges | undefined, skippedOps: readonly number[] = []): SettledPatch => ({
  patch: patch(key),
  outcome: { status: 'ack', serverVersion: 7, skipped: skippedOps.map((op) => ({ op, reason: 'node_gone' as const })) },
  effect,
});

describe('a patch that was decided', () => {
  test('each submission hears of its own, and what it did where the server put it', async () => {
    const submissions = new Submissions();
    const [first, second] = [submissions.add(1, made(node(ANN))), submissions.add(2, made(node(BO)))];
    expect(first.changes).toEqual(made(node(ANN)));
    submissions.settle(accepted(2, made(node(BO, 5)), [3]));
    submissions.settle(accepted(1, NO_CHANGES));
    expect(await second.outcome).toEqual({
      status: 'ack',
      serverVersion: 7,
      skipped: [{ op: 3, reason: 'node_gone' }],
    });
    expect(await second.effect).toEqual(made(node(BO, 5)));
    expect(await first.effect).toEqual(NO_CHANGES);
  });

  test('where its place was passed over, it did what was seen', async () => {
    const submissions = new Submissions();
    const { effect } = submissions.add(1, made(node(ANN)));
    submissions.settle(accepted(1, undefined));
    expect(await effect).toEqual(made(node(ANN)));
  });

  test('one that was refused did nothing', async () => {
    const submissions = new Submissions();
    const { outcome, effect } = submissions.add(1, made(node(ANN)));
    const refused = { status: 'nack', code: 'WRONG_TYPE', reason: 'It must be text.' } as const;
    submissions.settle({ patch: patch(1), outcome: refused, effect: undefined });
    expect(await outcome).toEqual(refused);
    expect(await effect).toBeUndefined();
  });

  test('one that nobody here submitted is nobody’s concern', () => {
    expect(() => new Submissions().settle(accepted(9, NO_CHANGES))).not.toThrow();
  });
});

describe('R7: a patch that was made smaller before it was sent', () => {
  test('what was skipped is told by the ops as they were submitted, however often it was made smaller', async () => {
    const submissions = new Submissions();
    const { outcome } = submissions.add(1, NO_CHANGES);
    submissions.collapse({ key: 1, kept: [1, 2, 4, 5], without: [] }, 3);
    submissions.collapse({ key: 1, kept: [0, 2, 3], without: [] }, 3);
    submissions.settle(accepted(1, NO_CHANGES, [0, 1, 2]));
    const { skipped } = await outcome.then((decided) => (decided.status === 'ack' ? decided : { skipped: [] }));
    expect(skipped.map(({ op }) => op)).toEqual([1, 4, 5]);
  });

  test('what it did to that which came out is what was seen of it; what it did to the rest is what the server says', async () => {
    const submissions = new Submissions();
    const [CY, DI] = [testNodeId(3), testNodeId(4)];
    const { effect } = submissions.add(1, made(node(ANN), node(BO), node(CY)));
    submissions.collapse({ key: 1, kept: [1], without: [ANN] }, 3);
    submissions.collapse({ key: 1, kept: [0], without: [CY, DI] }, 3);
    submissions.settle(accepted(1, made(node(BO, 5), node(DI))));
    expect(await effect).toEqual(made(node(BO, 5), node(ANN), node(CY)));
  });

  test('one that is gone is over at once, and did what was seen', async () => {
    const submissions = new Submissions();
    const { outcome, effect } = submissions.add(1, made(node(ANN)));
    submissions.collapse({ key: 1, kept: [], without: [ANN] }, 3);
    expect(await outcome).toEqual({ status: 'ack', serverVersion: 3, skipped: [] });
    expect(await effect).toEqual(made(node(ANN)));
  });

  test('one that nobody here submitted is nobody’s concern', () => {
    expect(() => new Submissions().collapse({ key: 9, kept: [], without: [] }, 3)).not.toThrow();
  });
});

test('when nothing more can be decided, all who wait are told why, once', async () => {
  const submissions = new Submissions();
  const [decided, waiting] = [submissions.add(1, NO_CHANGES), submissions.add(2, made(node(ANN)))];
  submissions.settle(accepted(1, NO_CHANGES));
  submissions.end('The graph was closed.');
  submissions.settle(accepted(2, NO_CHANGES));
  expect(await decided.outcome).toMatchObject({ status: 'ack' });
  expect(await waiting.outcome).toEqual({ status: 'nack', code: 'CLOSED', reason: 'The graph was closed.' });
  expect(await waiting.effect).toBeUndefined();
});

test('what was not even taken changes nothing', async () => {
  const { changes, outcome, effect } = refusal('LIMIT_REACHED', 'Too large.');
  expect(changes).toBeUndefined();
  expect(await outcome).toEqual({ status: 'nack', code: 'LIMIT_REACHED', reason: 'Too large.' });
  expect(await effect).toBeUndefined();
});
