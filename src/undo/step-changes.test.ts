import { describe, expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { SCHEMA_OPS, testNodeId } from '../shared/graph/ops.arbitrary';
import { Desk } from './testing/desk';

const [ANN, BO] = [testNodeId(1), testNodeId(2)];
const person = (nodeId: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: {},
});
const moved = (nodeId: string, x: number): Op => ({ op: 'move_node', nodeId, position: { x, y: 0 } });
const desk = () => new Desk(...SCHEMA_OPS, person(ANN), person(BO));
/** Where the nodes of a step were, and are. */
const ways = (changes: Desk['history']['nextUndo']) =>
  changes && Array.from(changes.node, ([id, { before, after }]) => [id, before?.position.x, after?.position.x]);

describe('what undo and redo would do', () => {
  test('is nothing to begin with', () => {
    const { history } = desk();
    expect([history.nextUndo, history.nextRedo]).toEqual([undefined, undefined]);
  });

  test('is the last step, and the same way round when it was undone', () => {
    const at = desk();
    at.edit(moved(ANN, 1));
    at.edit(moved(BO, 2));
    expect(ways(at.history.nextUndo)).toEqual([[BO, 0, 2]]);
    at.turn('undo');
    expect(ways(at.history.nextUndo)).toEqual([[ANN, 0, 1]]);
    expect(ways(at.history.nextRedo)).toEqual([[BO, 0, 2]]);
  });

  test('is all of a step that took several patches', () => {
    const at = desk();
    at.history.editInParts(Array.from({ length: 4_500 }, (_, n) => moved([ANN, BO][n % 2] ?? ANN, n)));
    expect(ways(at.history.nextUndo)).toEqual([
      [ANN, 0, 4_498],
      [BO, 0, 4_499],
    ]);
  });
});
