/** What an algorithm found of the nodes, and how it is shown. One's own: nobody else sees it, until it is saved. */
import type { Algorithm } from '../algorithms/algorithms';
import type { NodeId } from '../shared/graph/model';
import { type MeasureScale, scaleOf } from './measure-scale';

/** What an algorithm is run on, and how. */
export interface MeasureSetting {
  readonly algorithm: Algorithm;
  readonly scope: MeasureScope;
  /** The nodes that were selected, where it is about these. */
  readonly selected: ReadonlySet<NodeId>;
  /** Only edges of these types, by folded name; undefined: of all. */
  readonly edgeTypes: ReadonlySet<string> | undefined;
  readonly directed: boolean;
  /** The property that says how much an edge counts; undefined: all count the same. */
  readonly weight: string | undefined;
}

export const MEASURE_SCOPES = ['all', 'shown', 'selected'] as const;
export type MeasureScope = (typeof MEASURE_SCOPES)[number];

export const WAYS_TO_SHOW = ['color', 'size', 'nothing'] as const;
export type WayToShow = (typeof WAYS_TO_SHOW)[number];

export interface Measure {
  readonly setting: MeasureSetting;
  readonly values: ReadonlyMap<NodeId, number>;
  /** Whether values are numbers of groups, from 1, the largest group. */
  readonly isGroups: boolean;
  readonly scale: MeasureScale;
  /** How many edges it is about, and how many were left out because they have no number above 0 to count by. */
  readonly edges: number;
  readonly leftOut: number;
  readonly show: WayToShow;
  /** The graph it is about: `structureRevision` then. */
  readonly revision: number;
}

export interface MeasureSlice {
  readonly measure: Measure | undefined;
  /** While an algorithm runs. */
  readonly measuring: Measuring | undefined;
}

export interface Measuring {
  readonly setting: MeasureSetting;
  /** How much is done, from 0 to 1; undefined where that is not known. */
  readonly done: number | undefined;
  readonly cancel: () => void;
}

export const NOTHING_MEASURED: MeasureSlice = { measure: undefined, measuring: undefined };

export function measureOf(found: Omit<Measure, 'scale'>): Measure {
  return { ...found, scale: scaleOf(found.values.values()) };
}
