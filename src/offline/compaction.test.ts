import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { applyPatch } from '../shared/graph/apply-patch';
import { canonicalGraph } from '../shared/graph/canonical';
import { Graph } from '../shared/graph/graph';
import { SCHEMA_OPS, testClientId, testNodeId } from '../shared/graph/ops.arbitrary';
import { fromSnapshot, toSnapshot } from '../shared/graph/snapshot';
import type { AcceptedPatch } from '../shared/protocol/server-messages';
import type { KeptRoom } from './room-copy';
import { TAIL_LIMITS, TailSize } from './tail-size';
import { TestBrowser, type TestTab } from './testing/test-browser';

const author = testClientId(9);
const patchOf = (serverVersion: number): AcceptedPatch => ({
  serverVersion,
  clientId: author,
  seq: serverVersion,
  ops:
    serverVersion === 1
      ? [...SCHEMA_OPS]
      : [
          {
            op: 'create_node',
            nodeId: testNodeId(serverVersion),
            label: 'Person',
            position: { x: serverVersion, y: 0 },
            properties: { name: `Person ${serverVersion}` },
          },
        ],
});

function graphAt(version: number): Graph {
  const graph = new Graph();
  for (let n = 1; n <= version; n++) expect(applyPatch(graph, patchOf(n).ops).status).toBe('applied');
  return graph;
}

/** The server says one more version to these tabs. */
function say(version: number, tabs: readonly TestTab[]): void {
  for (const tab of tabs) {
    tab.confirmed = { roomEpoch: 'e', version, graph: toSnapshot(graphAt(version)) };
    tab.copy.confirmed('e', [patchOf(version)], []);
  }
}

function graphOf({ base, tail }: KeptRoom): string {
  const graph = fromSnapshot(must(base, 'a base').graph);
  for (const { ops } of tail) expect(applyPatch(graph, ops).status).toBe('applied');
  return canonicalGraph(graph);
}

describe('a base written anew', () => {
  test('is the graph that base and tail were, with a short tail after it, at every version', async () => {
    const browser = new TestBrowser();
    let tab = await browser.tab().open('room', { tailLimits: { patches: 3, units: 10_000 } });
    const bases = new Set<number>();
    for (let version = 1; version <= 40; version++) {
      say(version, [tab]);
      tab = await tab.reopened('room', { tailLimits: { patches: 3, units: 10_000 } });
      expect(graphOf(tab.kept)).toBe(canonicalGraph(graphAt(version)));
      bases.add(must(tab.kept.base, 'a base').version);
      expect(await browser.stored('tail')).toHaveLength(tab.kept.tail.length);
    }
    // Each comes after the log grew by as much as the one before: far fewer than a tenth of 40.
    expect(bases.size).toBeGreaterThan(2);
    expect(bases.size).toBeLessThan(9);
  });

  test('by two tabs: neither takes the other back', async () => {
    const browser = new TestBrowser();
    const limits = { tailLimits: { patches: 3, units: 10_000 } };
    const [ahead, behind] = [await browser.tab().open('room', limits), await browser.tab().open('room', limits)];
    for (let version = 1; version <= 9; version++) say(version, [ahead]);
    await ahead.copy.idle();
    const [stored] = await browser.stored('base');
    expect(stored?.key).toEqual(['room', 'e', 9]);
    for (let version = 1; version <= 6; version++) say(version, [behind]);
    await behind.copy.idle();
    expect((await browser.stored('base')).map(({ key }) => key)).toEqual([['room', 'e', 9]]);
    expect(graphOf((await behind.reopened()).kept)).toBe(canonicalGraph(graphAt(9)));
  });

  test('is not written over the base of a room that was made anew', async () => {
    const browser = new TestBrowser();
    const limits = { tailLimits: { patches: 3, units: 10_000 } };
    const [told, behind] = [await browser.tab().open('room', limits), await browser.tab().open('room', limits)];
    told.copy.replaced({ roomEpoch: 'new', version: 1, graph: toSnapshot(graphAt(1)) });
    await told.copy.idle();
    for (let version = 1; version <= 6; version++) say(version, [behind]);
    await behind.copy.idle();
    expect((await browser.stored('base')).map(({ key }) => key)).toEqual([['room', 'new', 1]]);
  });

  test('is not asked for where there is no graph yet', async () => {
    const browser = new TestBrowser();
    const tab = await browser.tab().open('room', { tailLimits: { patches: 0, units: 0 } });
    tab.copy.confirmed('e', [patchOf(1)], []);
    await tab.copy.idle();
    expect(tab.troubles).toEqual([]);
    expect(await browser.stored('base')).toEqual([]);
  });
});

describe('when it is due', () => {
  const size = (base: number, patches: number, units: number) => {
    const tail = new TailSize(TAIL_LIMITS);
    tail.tookBase(base);
    for (let n = 0; n < patches; n++) tail.tookPatch(units);
    return tail.isDue;
  };

  test.each([
    ['not while the tail is short', 0, 500, 100, false],
    ['with a long tail', 0, 501, 100, true],
    ['with few patches that are large', 1_000_000, 3, 400_000, true],
    ['not while a long tail is small beside the base', 100_000, 900, 100, false],
    ['when the tail is as big as the base', 100_000, 1_000, 100, true],
  ])('%s', (_, base, patches, units, due) => {
    expect(size(base, patches, units)).toBe(due);
  });
});
