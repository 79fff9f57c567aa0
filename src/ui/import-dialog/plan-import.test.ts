import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphFileText } from '../../shared/exchange/graph-file';
import { applyPatch } from '../../shared/graph/apply-patch';
import { canonicalGraph } from '../../shared/graph/canonical';
import { Graph } from '../../shared/graph/graph';
import { WIDEST_LIMITS } from '../../shared/graph/graph-limits';
import { INFO_KEY } from '../../shared/graph/model';
import type { Op } from '../../shared/graph/ops';
import { arbitraryOps, SCHEMA_OPS, testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { type GraphSnapshot, toSnapshot } from '../../shared/graph/snapshot';
import { snapshotOf } from '../../store/snapshot-of';
import { rowsOf } from '../../store/testing/rows-of-graph';
import { MOST_BYTES, openGraphFile } from './open-graph-file';
import { type ImportTarget, planImport } from './plan-import';

const [ANN, BO] = [testNodeId(1), testNodeId(2)];
const person = (nodeId: string, name: string, x = 0): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x, y: 0 },
  properties: { name },
});
const knows: Op = {
  op: 'create_edge',
  edgeId: testEdgeId(1),
  type: 'KNOWS',
  source: ANN,
  target: BO,
  properties: { size: 1.5 },
};
const FRIENDS: readonly Op[] = [
  { op: 'set_title', title: 'Friends' },
  ...SCHEMA_OPS,
  person(ANN, 'Ann'),
  person(BO, 'Bo', 300),
  knows,
];

/** Patches that are refused change nothing. */
function graphOf(...patches: (readonly Op[])[]): Graph {
  const graph = new Graph();
  for (const ops of patches) applyPatch(graph, ops);
  return graph;
}

/** The graph as a tab has it on screen. */
function onScreen(graph: Graph) {
  const { nodes, edges } = rowsOf(graph);
  return {
    title: graph.get('info', INFO_KEY)?.title,
    labels: new Map(graph.entries('label')),
    edgeTypes: new Map(graph.entries('edgeType')),
    views: new Map(graph.entries('view')),
    rules: new Map(graph.entries('rule')),
    nodes: new Map(Array.from(nodes).flatMap(([id, row]) => (row === undefined ? [] : [[id, row] as const]))),
    edges: new Map(Array.from(edges).flatMap(([id, row]) => (row === undefined ? [] : [[id, row] as const]))),
    lockedNodes: new Set(Array.from(graph.entries('node')).flatMap(([id, { locked }]) => (locked ? [id] : []))),
  };
}

const savedText = (graph: Graph) => [...graphFileText(snapshotOf(onScreen(graph)))].join('');
const file = (text: string) => new File([text], 'graph.json');

async function opened(text: string): Promise<GraphSnapshot> {
  const read = await openGraphFile(file(text));
  expect(read).toMatchObject({ ok: true });
  return read.ok ? read.value : expect.fail(read.reason);
}

function possible(saved: GraphSnapshot, target: ImportTarget) {
  const plan = planImport(saved, target, WIDEST_LIMITS);
  return plan.status === 'possible' ? plan : expect.fail(`it is ${plan.status}`);
}

/** Every op has to count. */
function applied(graph: Graph, ops: readonly Op[]): Graph {
  if (ops.length > 0) expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
}

test('property: what was saved and is imported into an empty graph is the same graph', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryOps, { maxLength: 20 }), async (patches) => {
      const graph = graphOf(FRIENDS, ...patches);
      const plan = possible(await opened(savedText(graph)), onScreen(new Graph()));
      expect(plan.isWhole).toBe(true);
      const { former: _former, ...saved } = toSnapshot(graph);
      expect(canonicalGraph(applied(new Graph(), plan.ops))).toBe(canonicalGraph(saved));
    }),
    { numRuns: 100 },
  );
});

test('property: what is imported into a graph with the same ids is added, and changes nothing that is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryOps, { maxLength: 12 }), async (patches) => {
      const [saved, there] = [graphOf(FRIENDS, ...patches), graphOf(FRIENDS)];
      const before = toSnapshot(there);
      const plan = possible(await opened(savedText(saved)), onScreen(there));
      expect(plan.isWhole).toBe(false);
      applied(there, plan.ops);
      const after = toSnapshot(there);
      expect(after.title).toBe(before.title);
      expect(after.nodes).toHaveLength(before.nodes.length + saved.count('node'));
      expect(after.edges).toHaveLength(before.edges.length + saved.count('edge'));
      expect(after.nodes).toEqual(expect.arrayContaining(before.nodes));
      expect(after.edges).toEqual(expect.arrayContaining(before.edges));
    }),
    { numRuns: 100 },
  );
});

test('what is added lies to the right of what is there', async () => {
  const there = graphOf(FRIENDS);
  const plan = possible(await opened(savedText(there)), onScreen(there));
  const lefts = plan.ops.flatMap((op) => (op.op === 'create_node' ? [op.position.x] : []));
  expect(Math.min(...lefts)).toBeGreaterThan(300 + 200);
});

test('values that a property of another type cannot hold are named, and left out', async () => {
  const text = savedText(graphOf(FRIENDS));
  const there = graphOf([{ op: 'create_label', label: 'Person', properties: { name: 'INT64' } }]);
  const plan = possible(await opened(text), onScreen(there));
  expect(plan.misfits).toEqual([{ of: 'Person', property: 'name', type: 'INT64', values: 2 }]);
  expect(applied(there, plan.ops).count('node')).toBe(2);
});

describe('nothing is planned that the limits do not allow', () => {
  const limited = async (limits: Partial<typeof WIDEST_LIMITS>, there = new Graph()) =>
    planImport(await opened(savedText(graphOf(FRIENDS))), onScreen(there), { ...WIDEST_LIMITS, ...limits });

  test('nodes, with those that are there', async () => {
    expect(await limited({ nodes: 2 })).toMatchObject({ status: 'possible' });
    expect(await limited({ nodes: 3 }, graphOf(FRIENDS))).toEqual({ status: 'too_much', of: 'nodes', limit: 3 });
  });

  test('labels', async () => {
    expect(await limited({ labels: 1 })).toEqual({ status: 'too_much', of: 'labels', limit: 1 });
  });

  test('the length of texts', async () => {
    expect(await limited({ textLength: 2 })).toMatchObject({ status: 'refused', code: 'LIMIT_REACHED' });
  });

  test('how much fits one patch is no matter', async () => {
    expect(await limited({ opsPerPatch: 2, messageBytes: 10 })).toMatchObject({ status: 'possible' });
  });
});

describe('a bad file is refused in words', () => {
  const saved = () => snapshotOf(onScreen(graphOf(FRIENDS)));
  const head = { form: 'kumiko-graph', format: 1 };
  const json = (content: unknown) => JSON.stringify(content);

  test.each<[string, () => string, RegExp]>([
    ['no JSON', () => '<svg/>', /^This file is not JSON/u],
    ['an empty file', () => '', /^This file is not JSON/u],
    ['half a file', () => savedText(graphOf(FRIENDS)).slice(0, -20), /^This file is not JSON/u],
    ['other JSON', () => json({ nodes: [], edges: [] }), /not a graph that was saved here/u],
    ['JSON that is no object', () => '[1, 2]', /not a graph that was saved here/u],
    ['a later format', () => json({ ...head, ...saved(), format: 2 }), /a newer version/u],
    ['a missing part', () => json({ ...head, ...saved(), edges: undefined }), /something wrong in this file: edges/u],
    ['an unknown part', () => json({ ...head, ...saved(), more: 1 }), /something wrong in this file: .*more/u],
    [
      'an id that is none',
      () => json({ ...head, ...saved(), nodes: [{ ...saved().nodes[0], id: 'n_1' }] }),
      /nodes\.0\.id: A node id/u,
    ],
    [
      'an edge without an end',
      () => json({ ...head, ...saved(), nodes: saved().nodes.slice(1) }),
      new RegExp(`the edge ${testEdgeId(1)} begins or ends at a node that is not in it`, 'u'),
    ],
    [
      'a node twice',
      () => json({ ...head, ...saved(), nodes: [...saved().nodes, saved().nodes[0]] }),
      new RegExp(`it has ${ANN} twice`, 'u'),
    ],
    [
      'a value of a wrong type',
      () => json({ ...head, ...saved(), nodes: [{ ...saved().nodes[0], properties: { size: 'large' } }], edges: [] }),
      /"size" of Person: It must be a whole number/u,
    ],
    [
      'a label that is not declared',
      () => json({ ...head, ...saved(), nodes: [{ ...saved().nodes[0], label: 'Ghost' }], edges: [] }),
      /There is no label "Ghost"/u,
    ],
    [
      'a place off the canvas',
      () => json({ ...head, ...saved(), nodes: [{ ...saved().nodes[0], position: { x: 1e9, y: 0 } }], edges: [] }),
      /nodes\.0\.position\.x/u,
    ],
  ])('%s', async (_what, text, sentence) => {
    const read = await openGraphFile(file(text()));
    expect(read).toEqual({ ok: false, reason: expect.stringMatching(sentence) });
  });

  test('too large a file is not even read', async () => {
    const text = () => expect.fail('it was read');
    expect(await openGraphFile({ size: MOST_BYTES + 1, text })).toEqual({
      ok: false,
      reason: 'This file is too large: 128 MB can be imported at most.',
    });
  });

  test('a file that cannot be read', async () => {
    const text = () => Promise.reject(new Error('NotReadableError'));
    expect(await openGraphFile({ size: 1, text })).toEqual({
      ok: false,
      reason: 'The browser could not read this file.',
    });
  });
});
