/** Worlds that once went wrong, made as short as they could be. */
import { onTestFinished, test, vi } from 'vitest';
import type { Op } from '../src/shared/graph/ops';
import { testEdgeId, testNodeId } from '../src/shared/graph/ops.arbitrary';
import type { Step } from './steps';
import { World } from './world';

const node = (n: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
  position: { x: n, y: 0 },
  properties: {},
});
const edge = (n: number, source: number, target: number): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type: 'KNOWS',
  source: testNodeId(source),
  target: testNodeId(target),
  properties: {},
});
const edit = (tab: number, ...ops: Op[]): Step => ({ do: 'edit', tab, ops });

async function play(steps: readonly Step[]): Promise<void> {
  const logged = vi.spyOn(console, 'error').mockImplementation((line) => {
    throw new Error(String(line));
  });
  onTestFinished(() => logged.mockRestore());
  await new World().play(steps);
}

test('an adopted patch is sent as its client’s, not as the tab’s that adopted it', () =>
  play([edit(1, node(3)), { do: 'close', tab: 1, crash: false }]));

test('what is made after a patch that is refused for now waits for it, though it is another client’s', () =>
  play([
    edit(2, node(1)),
    edit(2, node(3)),
    { do: 'close', tab: 2, crash: false },
    { do: 'connect', tab: 2 },
    { do: 'to server', tab: 2, frames: 1, twice: false },
    { do: 'to tab', tab: 2, frames: 1, twice: false },
    { do: 'limit', tab: 2, patches: 1 },
    edit(2, edge(3, 3, 3)),
    { do: 'to server', tab: 2, frames: 1, twice: false },
    { do: 'commit' },
    // The limit is over before the edge is heard of.
    { do: 'limit', tab: 2, patches: 5 },
    { do: 'to server', tab: 2, frames: 1, twice: false },
  ]));
