/** Which labels and edge types a batch of changes can have made something else of, as far as they are counted. */
import type { Change, NetChanges } from '../../shared/graph/changes';
import type { GraphNode, Properties } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';

/**
 * By folded name: labels and edge types share one namespace. That a node was moved, or a value became another one, touches
 * nothing: what is counted is who has a value at all.
 * @param changes with the edges at nodes that got another label (`engine/remade-edges.ts`)
 */
export function touchedTypes(changes: NetChanges): Set<string> {
  const touched = new Set<string>();
  const touch = (...names: (string | undefined)[]) => {
    for (const name of names) if (name !== undefined) touched.add(foldName(name));
  };
  let relabelled = false;
  for (const { before, after } of changes.node.values()) {
    relabelled ||= isRelabelled({ before, after });
    if (before?.label !== after?.label || !haveSameKeys(before, after)) touch(before?.label, after?.label);
  }
  for (const { before, after } of changes.edge.values()) {
    const joinsOthers = before?.source !== after?.source || before?.target !== after?.target;
    if (relabelled || joinsOthers || before?.type !== after?.type || !haveSameKeys(before, after)) {
      touch(before?.type, after?.type);
    }
  }
  for (const table of [changes.label, changes.edgeType]) {
    for (const { before, after } of table.values()) touch(before?.name, after?.name);
  }
  return touched;
}

function isRelabelled({ before, after }: Change<GraphNode>): boolean {
  return before !== undefined && after !== undefined && before.label !== after.label;
}

interface Element {
  readonly properties: Properties;
}

function haveSameKeys(before: Element | undefined, after: Element | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before.properties === after.properties) return true;
  if (before.properties.size !== after.properties.size) return false;
  for (const key of before.properties.keys()) if (!after.properties.has(key)) return false;
  return true;
}
