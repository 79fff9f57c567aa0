/** Notes what becomes of names that are not in use any more, for ops that still mention them (former-names.ts). */
import { formerTypeKey } from './former-names';
import type { Former, TypeKind } from './model';
import { foldName } from './names';
import type { RecordingGraph } from './recording-graph';

/** How many former names a graph remembers; one more, and it forgets them all. */
const MOST_FORMER = 1_000;

/** The name is in use: what it meant before counts no more. */
export function forgetName(graph: RecordingGraph, key: string): void {
  if (graph.get('former', key) !== undefined) graph.put('former', key, undefined);
}

/**
 * Notes what became of a name, also for the names that led to it.
 * @param key the former name's; those beside it differ from it after the last dot alone
 */
export function recordName(
  graph: RecordingGraph,
  key: string,
  { from, to }: { from: string; to: string | null },
): void {
  const scope = key.slice(0, key.lastIndexOf('.') + 1);
  const beside = graph
    .all('former')
    .filter(([other]) => other.startsWith(scope) && !other.slice(scope.length).includes('.'));
  for (const [other, former] of beside) {
    if (former.was === 'name' && former.now === from) graph.put('former', other, { was: 'name', now: to });
  }
  if (to !== null) forgetName(graph, `${scope}${foldName(to)}`);
  if (graph.count('former') >= MOST_FORMER)
    for (const [other] of graph.all('former')) graph.put('former', other, undefined);
  graph.put('former', key, { was: 'name', now: to });
}

/** What is remembered of a type's properties goes with it to its new name. */
export function moveFormerOfType(graph: RecordingGraph, kind: TypeKind, from: string, to: string): void {
  const prefix = `${formerTypeKey(kind, from)}.`;
  for (const [key] of graph.all('former')) {
    if (key.startsWith(prefix)) moveEntry(graph, key, `${formerTypeKey(kind, to)}.${key.slice(prefix.length)}`);
  }
  recordName(graph, formerTypeKey(kind, from), { from, to });
}

/** What is noted under a key is noted under another one from now on. */
export function moveEntry(graph: RecordingGraph, from: string, to: string): void {
  const entry: Former | undefined = graph.get('former', from);
  if (entry === undefined) return;
  graph.put('former', from, undefined);
  graph.put('former', to, entry);
}
