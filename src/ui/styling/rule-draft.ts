/** A styling rule while a person makes it: always one that could be set, but for the value of its condition that is typed. */
import { type Algorithm, RULE_ALGORITHMS, TRAITS } from '../../algorithms/algorithms';
import { inputText, parseInput } from '../../kit/parse-input';
import { foldName } from '../../shared/graph/names';
import { COMPARISONS } from '../../shared/graph/saved-views';
import type { RuleCondition, RuleLook, StyleRule } from '../../shared/graph/style-rules';
import type { PropertyType } from '../../shared/graph/values';
import { captionKey } from '../../store/caption';
import type { EditorState } from '../../store/editor-store';
import { GROUP_COLORS, LEGEND_COLORS } from '../../store/measure-scale';
import { type RuleNames, ruleWithPresentNames } from './rule-names';
import { colorsFor, isNumeric, propertiesOf, type Styled, typesOf, valuesOf } from './styled-values';

export type WhereIs = RuleCondition['is'];
export type LookKind = RuleLook['set'];

export interface RuleDraft {
  readonly on: StyleRule['on'];
  readonly of: string | undefined;
  readonly where: { readonly key: string; readonly is: WhereIs; readonly typed: string } | undefined;
  readonly look: RuleLook;
}

const LOOKS = {
  node: ['color', 'color_by_value', 'color_by_number', 'size', 'size_by_number', 'icon', 'caption'],
  edge: ['color', 'color_by_value', 'color_by_number', 'size', 'size_by_number', 'icon', 'caption'],
} as const satisfies Record<StyleRule['on'], readonly LookKind[]>;

/** What can be set for these, as far as they have properties for it. */
export function possibleLooks(subject: Pick<RuleDraft, 'on' | 'of'>, state: Styled): readonly LookKind[] {
  const properties = propertiesOf(subject, state);
  return LOOKS[subject.on].filter((kind) => {
    if (lookAlgorithms(subject, kind).length > 0) return true;
    if (kind.endsWith('_by_number')) return properties.some(isNumeric);
    return (kind !== 'color_by_value' && kind !== 'caption') || properties.length > 0;
  });
}

/** The properties that a look can be taken from. */
export function lookProperties(subject: Pick<RuleDraft, 'on' | 'of'>, kind: LookKind, state: Styled) {
  return propertiesOf(subject, state).filter((property) => !kind.endsWith('_by_number') || isNumeric(property));
}

/** The algorithms that a look can be taken from: groups have colours, scores are numbers. */
export function lookAlgorithms({ on }: Pick<RuleDraft, 'on'>, kind: LookKind): readonly Algorithm[] {
  const finds = kind === 'color_by_value' ? 'groups' : kind.endsWith('_by_number') ? 'scores' : undefined;
  return on === 'edge' ? [] : RULE_ALGORITHMS.filter((each) => TRAITS[each].finds === finds);
}

/** Stands before an algorithm where else a property is named, whose names have none. */
const MARK = '/';

export function sourceOfAlgorithm(algorithm: Algorithm): string {
  return `${MARK}${algorithm}`;
}

const STRONG = '#b5563f';
const [LOW = STRONG, HIGH = STRONG] = [LEGEND_COLORS.at(0), LEGEND_COLORS.at(-1)];

/** A look of a kind as it is to begin with. @param wanted what it is taken from (`sourceOf`), if it can be */
export function lookOf(
  kind: LookKind,
  subject: Pick<RuleDraft, 'on' | 'of'>,
  state: Styled,
  wanted?: string,
): RuleLook {
  const properties = lookProperties(subject, kind, state);
  const named = properties.find(({ name }) => wanted !== undefined && foldName(name) === foldName(wanted));
  const key = (named ?? usual(kind, subject, state))?.name ?? '';
  const algorithms = lookAlgorithms(subject, kind);
  const algorithm =
    algorithms.find((each) => sourceOfAlgorithm(each) === wanted) ?? (key === '' ? algorithms[0] : undefined);
  const by = algorithm === undefined ? { key } : { algorithm };
  switch (kind) {
    case 'color':
      return { set: kind, color: STRONG };
    case 'color_by_value':
      return { set: kind, by, colors: algorithm === undefined ? colorsFor(subject, key, state) : groupColors() };
    case 'color_by_number':
      return { set: kind, by, from: LOW, to: HIGH };
    case 'size':
      return { set: kind, size: 'large' };
    case 'size_by_number':
      return { set: kind, by };
    case 'icon':
      return { set: kind, icon: 'star' };
    case 'caption':
      return { set: kind, key };
  }
}

/** Of properties to colour by, the one with fewest values: but not one that is the same for all, nor the caption. */
function usual(kind: LookKind, subject: Pick<RuleDraft, 'on' | 'of'>, state: Styled) {
  const properties = lookProperties(subject, kind, state);
  if (kind === 'color_by_number' || kind === 'size_by_number') return properties[0];
  const captions = typesOf(subject.on, state).map(captionKey);
  const others = properties.filter(({ name }) => !captions.includes(name));
  if (kind === 'caption') return others[0] ?? properties[0];
  const counted = others.map((property) => ({ property, count: valuesOf(subject, property.name, state).size }));
  const best = counted.filter(({ count }) => count > 1).sort((a, b) => a.count - b.count)[0];
  return best?.property ?? properties[0];
}

/** One to begin with that shows something: of the label that there is most of, by its first number if it has one. */
export function firstDraft(state: Styled): RuleDraft {
  const labels = typesOf('node', state).sort(
    (a, b) => (state.counts.get(b.name) ?? 0) - (state.counts.get(a.name) ?? 0),
  );
  const subject = { on: 'node', of: labels[0]?.name } as const;
  const looks = possibleLooks(subject, state);
  const kind = (['size_by_number', 'color_by_value'] as const).find((each) => looks.includes(each)) ?? 'color';
  return { ...subject, where: undefined, look: lookOf(kind, subject, state) };
}

/** The draft for other nodes or edges: of its look and condition there stays what they have, too. */
export function withSubject(draft: RuleDraft, subject: Pick<RuleDraft, 'on' | 'of'>, state: Styled): RuleDraft {
  const looks = possibleLooks(subject, state);
  const kind = looks.includes(draft.look.set) ? draft.look.set : 'color';
  const isTaken = 'by' in draft.look || draft.look.set === 'caption';
  const look = isTaken || kind !== draft.look.set ? lookOf(kind, subject, state, sourceOf(draft.look)) : draft.look;
  const { where } = draft;
  const has = propertiesOf(subject, state).some(
    ({ name }) => where !== undefined && foldName(name) === foldName(where.key),
  );
  return { ...subject, where: has ? where : undefined, look };
}

/** What a look is taken from: the name of a property, or an algorithm. */
export function sourceOf(look: RuleLook): string | undefined {
  if (look.set === 'caption') return look.key;
  if (!('by' in look)) return undefined;
  return 'key' in look.by ? look.by.key : `${MARK}${look.by.algorithm}`;
}

/** As for what a person finds alone: the largest groups have colours. */
function groupColors() {
  return GROUP_COLORS.map((color, index) => ({ value: index + 1, color }));
}

/** What can be asked of a property of this type. */
export function conditionsFor(type: PropertyType): readonly WhereIs[] {
  const comparisons = type === 'STRING' || type === 'BOOLEAN' ? (['equal', 'not_equal'] as const) : COMPARISONS;
  return [...comparisons, ...(type === 'STRING' ? (['contains'] as const) : []), 'set', 'not_set'];
}

export function needsValue(is: WhereIs): boolean {
  return is !== 'set' && is !== 'not_set';
}

export function draftOf(given: StyleRule, names: RuleNames, state: Styled): RuleDraft {
  const { on, of, where, look } = ruleWithPresentNames(given, names);
  if (where === undefined) return { on, of, where, look };
  const type = propertyType({ on, of }, where.key, state);
  const typed = 'value' in where ? inputText(type, where.value) : '';
  return { on, of, where: { key: where.key, is: where.is, typed }, look };
}

export type DraftOutcome =
  | { readonly ok: true; readonly rule: Omit<StyleRule, 'id' | 'rank'> }
  | { readonly ok: false; readonly problem: string };

export function ruleOf({ on, of, where, look }: RuleDraft, state: Styled): DraftOutcome {
  const rule = { on, ...(of === undefined ? {} : { of }), look };
  if (where === undefined) return { ok: true, rule };
  const { key, is, typed } = where;
  if (is === 'set' || is === 'not_set') return { ok: true, rule: { ...rule, where: { key, is } } };
  if (is === 'contains') return { ok: true, rule: { ...rule, where: { key, is, value: typed.toWellFormed() } } };
  const parsed = parseInput(propertyType({ on, of }, key, state), typed);
  return parsed.ok ? { ok: true, rule: { ...rule, where: { key, is, value: parsed.value } } } : parsed;
}

export function propertyType(
  subject: Pick<RuleDraft, 'on' | 'of'>,
  key: string,
  state: Pick<EditorState, 'labels' | 'edgeTypes'>,
): PropertyType {
  const property = propertiesOf(subject, state).find(({ name }) => foldName(name) === foldName(key));
  return property?.type ?? 'STRING';
}
