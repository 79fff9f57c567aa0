/** What importing a graph into the open one would do, before anything is done. */
import { fitPiece, type Misfit } from '../../shared/exchange/fit-piece';
import { patchesOf } from '../../shared/exchange/graph-patches';
import { type GraphSize, type TooMuch, tooMuch } from '../../shared/exchange/too-much';
import { applyPatch } from '../../shared/graph/apply-patch';
import { Graph } from '../../shared/graph/graph';
import type { GraphLimits } from '../../shared/graph/graph-limits';
import type { NodeId, Position } from '../../shared/graph/model';
import { newViewId } from '../../shared/graph/new-ids';
import type { Op } from '../../shared/graph/ops';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import { NODE_SIZE } from '../../store/node-size';
import type { NodeRow } from '../../store/rows';

/** The open graph. */
export interface ImportTarget extends GraphSize {
  readonly nodes: ReadonlyMap<NodeId, NodeRow>;
}

export type ImportPlan =
  | {
      readonly status: 'possible';
      /** The open graph is empty: it becomes the file's, with its title and ids. Else all that is imported is new. */
      readonly isWhole: boolean;
      /** They make one step, in as many patches as they take. */
      readonly ops: readonly Op[];
      readonly nodeIds: readonly NodeId[];
      /** What cannot be kept, as a property has another type in the open graph. */
      readonly misfits: readonly Misfit[];
    }
  | { readonly status: 'too_much'; readonly of: TooMuch['of']; readonly limit: number }
  /** In English, as a refused patch says it. */
  | { readonly status: 'refused'; readonly code: string; readonly reason: string };

/** @param file can be made out of nothing (`openGraphFile`) */
export function planImport(file: GraphSnapshot, target: ImportTarget, limits: GraphLimits): ImportPlan {
  const plan = isEmpty(target) ? wholePlan(file) : addedPlan(file, target, limits);
  const over = tooMuch(plan.ops, target, {
    ...limits,
    // It is made in parts.
    opsPerPatch: Number.POSITIVE_INFINITY,
    messageBytes: Number.POSITIVE_INFINITY,
  });
  if (over !== undefined) return { status: 'too_much', ...over };
  return plan.isWhole ? tried(plan, limits) : plan;
}

type Possible = Extract<ImportPlan, { status: 'possible' }>;

function isEmpty({ nodes, edges, labels, edgeTypes }: ImportTarget): boolean {
  return nodes.size + edges.size + labels.size + edgeTypes.size === 0;
}

function wholePlan(file: GraphSnapshot): Possible {
  const ops = [...patchesOf(file)].flat();
  return { status: 'possible', isWhole: true, ops, nodeIds: file.nodes.map(({ id }) => id), misfits: [] };
}

function addedPlan(file: GraphSnapshot, target: ImportTarget, limits: GraphLimits): Possible {
  const shift = shiftBeside(file.nodes, [...target.nodes.values()]);
  const { ops, nodeIds, misfits } = fitPiece(file, target, shift, limits);
  return { status: 'possible', isWhole: false, ops: [...ops, ...viewOps(file)], nodeIds, misfits };
}

/** Views come along. Styling rules do not: they would change how what is there looks. */
function viewOps({ views = [] }: GraphSnapshot): Op[] {
  return views.map((view) => ({ op: 'put_view', view: { ...view, id: newViewId() } }));
}

/** A plan that changes nothing of the file, as the server's limits would have it: a text may be too long for them. */
function tried(plan: Possible, limits: GraphLimits): ImportPlan {
  const outcome = applyPatch(new Graph(), plan.ops, { ...limits, opsPerPatch: Number.POSITIVE_INFINITY });
  return outcome.status === 'refused' ? outcome : plan;
}

interface Placed {
  readonly position: Position;
}

/** Between what there is and what is put beside it, in canvas units. */
const GAP = 160;

/** How far nodes have to be moved to lie to the right of others, their tops in line. */
function shiftBeside(added: readonly Placed[], there: readonly Placed[]): Position {
  if (added.length === 0 || there.length === 0) return { x: 0, y: 0 };
  const right = extreme(there, Math.max, 'x') + NODE_SIZE.width + GAP;
  return {
    x: Math.round(right - extreme(added, Math.min, 'x')),
    y: Math.round(extreme(there, Math.min, 'y') - extreme(added, Math.min, 'y')),
  };
}

function extreme(nodes: readonly Placed[], of: (a: number, b: number) => number, axis: 'x' | 'y'): number {
  return nodes.map(({ position }) => position[axis]).reduce((a, b) => of(a, b));
}
