/** The one place that says how an edge looks: as its type has it, and over that as the graph's styling rules have it. */

import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { captionIn, namedCaption } from './caption';
import type { CardStep } from './node-size';
import type { EdgeRow } from './rows';
import { colorsOf } from './rule-colors';
import type { RuleLooks } from './rule-looks';

/** What looks follow from: as the editor's state has it. */
export interface EdgeLookRules {
  /** By folded name. */
  readonly edgeTypes: ReadonlyMap<string, ElementType>;
  readonly ruled: RuleLooks;
}

export interface EdgeLook {
  /** `#rrggbb`; undefined is for no colour of its own. */
  readonly color: string | undefined;
  /** Of its line, in canvas units. */
  readonly width: number;
  /** An icon's name. */
  readonly icon: string | undefined;
  /** What stands on it beside its type: what its type names, or a rule. */
  readonly caption: string | undefined;
}

/** How thick lines are, in canvas units. That in the middle is what edges have without a rule. */
export const LINE_WIDTHS: Readonly<Record<CardStep, number>> = { tiny: 0.75, small: 1, medium: 1.5, large: 3, huge: 5 };

export function edgeLook(row: Pick<EdgeRow, 'id' | 'type' | 'properties'>, rules: EdgeLookRules): EdgeLook {
  const type = rules.edgeTypes.get(foldName(row.type));
  const { color = type?.style.color, icon = type?.style.icon, size = 'medium', caption } = rules.ruled.edge(row);
  const own = captionIn(row.properties, namedCaption(type));
  return { color, icon, width: LINE_WIDTHS[size], caption: captionIn(row.properties, caption) ?? own };
}

/** All colours that edges may have. */
export function edgeColors({ edgeTypes, ruled }: EdgeLookRules): readonly string[] {
  const byRule = ruled.active.flatMap(({ rule }) => (rule.on === 'edge' ? colorsOf(rule.look) : []));
  return [...new Set([...Array.from(edgeTypes.values(), ({ style }) => style.color ?? []).flat(), ...byRule])];
}
