/** The legend beneath a picture: what the legends on the canvas tell, as far as it is about what is in the picture. */
import type { LegendEntry } from '../../picture/legend-entry';
import type { PictureContent } from '../../picture/picture-content';
import type { ActiveRule } from '../../store/rule-looks';
import { measureEntry } from '../algorithms/measure-entry';
import { ruleEntry, toldRules } from './rule-entry';
import { ruleWords } from './rule-words';

/** Nothing where looks follow from labels and edge types alone. */
export function pictureLegend(content: PictureContent): readonly LegendEntry[] {
  const { ruled, measure } = content;
  const words = ruleWords(ruled.schema ?? { get: () => undefined });
  const rules = toldRules(ruled).filter((active) => isSeen(active, content));
  return [...rules.map((active) => ruleEntry(active, words)), measureEntry(measure)].filter(
    (entry) => entry !== undefined,
  );
}

function isSeen({ rule, applies }: ActiveRule, { nodes, edges }: PictureContent): boolean {
  return rule.on === 'edge'
    ? edges.some(applies)
    : nodes.some(({ id, label, properties }) => applies({ id, type: label, properties }));
}
