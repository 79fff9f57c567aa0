/** Turns a graph's ops into a sample file, after making sure that it opens. */
import { writeFileSync } from 'node:fs';
import { assert } from '../../../src/shared/assert';
import { applyPatch } from '../../../src/shared/graph/apply-patch';
import { Graph } from '../../../src/shared/graph/graph';
import type { Op } from '../../../src/shared/graph/ops';
import { type Sample, sampleSchema } from '../sample';

/** Small enough that one message carries many patches, and a room that opens one shows it filling. */
const OPS_PER_PATCH = 400;

export interface SampleParts extends Omit<Sample, 'patches'> {
  /** Labels and edge types. */
  readonly schema: readonly Op[];
  readonly nodes: readonly Op[];
  readonly edges: readonly Op[];
}

/**
 * Writes `data/<id>.json`, one op a line so that a rebuild can be read as a diff.
 * @returns what was written, in words
 */
export function writeSample({ schema, nodes, edges, ...about }: SampleParts): string {
  const setup: Op[] = [{ op: 'set_title', title: about.title }, ...schema];
  const patches = [setup, ...inParts(nodes), ...inParts(edges)];
  assertOpens(sampleSchema.parse({ ...about, patches }));

  const head = Object.entries(about).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const body = patches.map((ops) => `    [\n${ops.map((op) => `      ${JSON.stringify(op)}`).join(',\n')}\n    ]`);
  const text = `{\n${head.join('\n')}\n  "patches": [\n${body.join(',\n')}\n  ]\n}\n`;
  writeFileSync(new URL(`../data/${about.id}.json`, import.meta.url), text);
  return `${about.id}: ${nodes.length} nodes, ${edges.length} edges, ${Math.round(text.length / 1024)} KiB`;
}

function inParts(ops: readonly Op[]): Op[][] {
  const count = Math.ceil(ops.length / OPS_PER_PATCH);
  return Array.from({ length: count }, (_, i) => ops.slice(i * OPS_PER_PATCH, (i + 1) * OPS_PER_PATCH));
}

function assertOpens({ id, patches }: Sample): void {
  const graph = new Graph();
  for (const ops of patches) {
    const outcome = applyPatch(graph, ops);
    assert(outcome.status === 'applied', `${id} is refused: ${JSON.stringify(outcome)}`);
    assert(outcome.skipped.length === 0, `${id} has moot ops`);
  }
}
