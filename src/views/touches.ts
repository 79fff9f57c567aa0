/** Whether changes bear on what a query reads. */
import type { NetChanges } from '../shared/graph/changes';
import type { ElementType, GraphEdge, GraphNode } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Reads } from './plan-reads';

/**
 * Whether labels, edge types or properties themselves changed: then queries may mean something else, or nothing. How they
 * are drawn is nothing that a database knows.
 */
export function changesTables({ label, edgeType }: NetChanges): boolean {
  for (const { before, after } of [...label.values(), ...edgeType.values()]) {
    if (tableText(before) !== tableText(after)) return true;
  }
  return false;
}

function tableText(type: ElementType | undefined): string {
  return type === undefined ? '' : JSON.stringify([type.name, [...type.properties]]);
}

/**
 * @param changes those that change no tables; a node of another label comes with the edges at it (`engine/remade-edges.ts`)
 */
export function touches({ types, columns }: Reads, { node, edge }: NetChanges): boolean {
  const isRead = (type: string) => types === 'all' || types.has(foldName(type));
  const isColumn = (name: string) => columns === 'all' || columns.has(foldName(name));
  for (const { before, after } of node.values()) {
    if (before === undefined || after === undefined || before.label !== after.label) {
      if ([before, after].some((each) => each !== undefined && isRead(each.label))) return true;
    } else if (isRead(after.label)) {
      const { x, y } = before.position;
      if (x !== after.position.x && isColumn('_x')) return true;
      if (y !== after.position.y && isColumn('_y')) return true;
      if (changesColumn(before, after, isColumn)) return true;
    }
  }
  for (const { before, after } of edge.values()) {
    if (before === undefined || after === undefined || isRemade(before, after)) {
      if ([before, after].some((each) => each !== undefined && isRead(each.type))) return true;
    } else if (isRead(after.type) && changesColumn(before, after, isColumn)) return true;
  }
  return false;
}

/** Whether edges came to be, be it by another type or other ends: between labels that had none, plans change. */
export function putsEdges({ edge }: NetChanges): boolean {
  for (const { before, after } of edge.values()) {
    if (after !== undefined && (before === undefined || isRemade(before, after))) return true;
  }
  return false;
}

/** An edge given with nothing changed is one whose node got another label: it is made anew. */
function isRemade(before: GraphEdge, after: GraphEdge): boolean {
  const isElsewhere = before.source !== after.source || before.target !== after.target;
  return isElsewhere || before.type !== after.type || sameProperties(before, after);
}

function sameProperties(before: GraphEdge, after: GraphEdge): boolean {
  return !changesColumn(before, after, () => true);
}

function changesColumn<T extends GraphNode | GraphEdge>(before: T, after: T, isColumn: (name: string) => boolean) {
  for (const [name, value] of after.properties) {
    if (before.properties.get(name) !== value && isColumn(name)) return true;
  }
  for (const name of before.properties.keys()) if (!after.properties.has(name) && isColumn(name)) return true;
  return false;
}
