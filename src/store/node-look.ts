/**
 * The one place that says how a node looks: as its label has it, over that as the graph's styling rules have it, and over
 * that as the person's own measure shows it that is on the canvas.
 * Canvas, overview, layouts and pictures all ask here. Cheap: it is asked for every node that is drawn.
 */
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { captionIn, captionKey } from './caption';
import type { Measure } from './measure';
import { groupColor, OTHER_COLOR, scoreColor, scoreStep } from './measure-scale';
import { type CardSize, type CardStep, sizeName, stepSize } from './node-size';
import type { NodeRow } from './rows';
import type { RuleLooks } from './rule-looks';

/** What looks follow from: as the editor's state has it. */
export interface LookRules {
  /** By folded name. */
  readonly labels: ReadonlyMap<string, ElementType>;
  readonly measure: Measure | undefined;
  readonly ruled: RuleLooks;
}

export interface NodeLook {
  /** `#rrggbb`; undefined is for no colour of its own. */
  readonly color: string | undefined;
  /** An icon's name. */
  readonly icon: string | undefined;
  readonly size: CardStep;
  /** What the measure says of the node, to be read beside colour and size; undefined where it says nothing. */
  readonly measured: number | undefined;
}

type Looking = Pick<NodeRow, 'id' | 'label' | 'properties'>;

export function nodeLook(row: Looking, { labels, measure, ruled }: LookRules): NodeLook {
  const label = labels.get(foldName(row.label));
  const { color = label?.style.color, icon = label?.style.icon, size = sizeName(label) } = ruled.node(row);
  const own = { color, icon, size, measured: undefined };
  if (measure === undefined || measure.show === 'nothing') return own;
  const measured = measure.values.get(row.id);
  return measure.show === 'color'
    ? { ...own, measured, color: measuredColor(measure, measured) }
    : { ...own, measured, size: measured === undefined ? 'tiny' : scoreStep(measure.scale, measured) };
}

/** The property that serves as a node's caption: the one that rules name where the node has it, else its label's. */
export function nodeCaptionKey(
  row: Looking,
  { labels, ruled }: Pick<LookRules, 'labels' | 'ruled'>,
): string | undefined {
  const { caption } = ruled.node(row);
  return captionIn(row.properties, caption) === undefined ? captionKey(labels.get(foldName(row.label))) : caption;
}

/** The caption of a node, or undefined where it has none. */
export function nodeCaption(row: Looking, rules: Pick<LookRules, 'labels' | 'ruled'>): string | undefined {
  return captionIn(row.properties, nodeCaptionKey(row, rules));
}

/** The colour for a value: of a group, or on the scale. */
export function measuredColor(
  { isGroups, scale }: Pick<Measure, 'isGroups' | 'scale'>,
  value: number | undefined,
): string {
  if (value === undefined) return OTHER_COLOR;
  return isGroups ? groupColor(value) : scoreColor(scale, value);
}

/** How large the node's card is; the same object for the same size. */
export function cardOf(row: Looking, rules: LookRules): CardSize {
  return stepSize(nodeLook(row, rules).size);
}
