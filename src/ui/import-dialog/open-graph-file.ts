/** Reads a file that a person chose, as a graph. What is wrong with it is said in a sentence. */
import { z } from 'zod';
import { t } from '../../i18n/i18n';
import { said } from '../../i18n/said';
import { readGraphFile } from '../../shared/exchange/graph-file';
import { patchesOf } from '../../shared/exchange/graph-patches';
import { applyPatch } from '../../shared/graph/apply-patch';
import type { SkipReason } from '../../shared/graph/element-ops';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import { type Parsed, parseJson } from '../../shared/protocol/parse';

/** What a tab can well read at once. A graph at its limits takes less. */
export const MOST_BYTES = 128 * 1024 * 1024;

export async function openGraphFile(file: Pick<File, 'size' | 'text'>): Promise<Parsed<GraphSnapshot>> {
  if (file.size > MOST_BYTES) return problem(t('files:tooLarge', { most: MOST_BYTES / 1024 / 1024 }));
  let text: string;
  try {
    text = await file.text();
  } catch {
    return problem(t('files:unreadable'));
  }
  const read = readGraphFile(text);
  if (!read.ok) return problem(whyUnread(text, read.reason));
  const wrong = whyImpossible(read.value);
  return wrong === undefined ? read : problem(wrong);
}

function problem(reason: string): Parsed<never> {
  return { ok: false, reason };
}

const headSchema = z.looseObject({ form: z.literal('kumiko-graph'), format: z.int().min(1) });

/** Why text is no graph's file. */
function whyUnread(text: string, reason: string): string {
  if (!parseJson(z.unknown(), text).ok) return t('files:notJson');
  const head = parseJson(headSchema, text);
  if (!head.ok) return t('files:otherJson');
  return head.value.format > 1 ? t('files:newer') : t('files:broken', { reason: said(reason) });
}

/** Why nobody could make this graph, by the rules that hold for every patch; undefined when one can. */
function whyImpossible(file: GraphSnapshot): string | undefined {
  const graph = new Graph();
  for (const ops of patchesOf(file)) {
    const outcome = applyPatch(graph, ops);
    if (outcome.status === 'refused') return t('files:broken', { reason: said(outcome.reason, outcome.code) });
    const [skipped] = outcome.skipped;
    if (skipped !== undefined) return whySkipped(ops[skipped.op], skipped.reason);
  }
  return undefined;
}

function whySkipped(op: Op | undefined, reason: SkipReason): string {
  const id = op?.op === 'create_node' ? op.nodeId : op?.op === 'create_edge' ? op.edgeId : '';
  return reason === 'exists' ? t('files:twice', { id }) : t('files:dangling', { id });
}
