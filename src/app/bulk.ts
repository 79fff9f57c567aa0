import type { NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import { KINDS } from '../shared/graph/model';

/** Fewer changed elements than this are always applied one batch at a time. */
const MANY = 500;

/** Whether filling a new database is quicker than applying these changes to the one there is. */
export function isBulk(changes: NetChanges, view: GraphView): boolean {
  const changed = KINDS.reduce((sum, kind) => sum + changes[kind].size, 0);
  return changed >= MANY && changed * 4 >= view.count('node') + view.count('edge');
}
