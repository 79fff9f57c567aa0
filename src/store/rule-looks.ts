/**
 * What the graph's styling rules make of its nodes and edges (SPEC.md, Q2): the one place that reads rules. Made anew when
 * rules, labels or edge types change, or when the least or greatest number does that a rule goes by; asked for every
 * element that is drawn.
 */
import { dequal } from 'dequal';
import { findProperty, findType, GONE } from '../shared/graph/former-names';
import type { GraphView } from '../shared/graph/graph';
import { TYPE_KINDS } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Comparison } from '../shared/graph/saved-views';
import type { RuleCondition, RuleLook, StyleRule } from '../shared/graph/style-rules';
import type { PropertyValue } from '../shared/graph/values';
import { type MeasureScale, OTHER_COLOR, placeOn, scaleOf, scoreStep, valueColor } from './measure-scale';
import type { CardStep } from './node-size';
import type { EdgeRow, NodeRow, RowProperties } from './rows';
import { shadeAt } from './rule-colors';

/** What rules say of one element; what they do not say stays as its label or edge type has it. */
export interface RuledLook {
  /** `#rrggbb`. */
  readonly color?: string;
  readonly icon?: string;
  /** Of an edge: how thick it is. */
  readonly size?: CardStep;
  /** The property that is shown as the caption, as the schema spells it. */
  readonly caption?: string;
}

/** What rules go by. */
export interface RuleFacts {
  readonly rules: ReadonlyMap<string, StyleRule>;
  /** Finds labels, edge types and what they were called before. Another object when any of these is another. */
  readonly schema: Pick<GraphView, 'get'>;
  readonly nodes: ReadonlyMap<string, NodeRow>;
  readonly edges: ReadonlyMap<string, EdgeRow>;
  /** What algorithms say of nodes, by the algorithm's name, as far as it is known. */
  readonly measures: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface Element {
  readonly id: string;
  readonly type: string;
  readonly properties: RowProperties;
}

/** A rule with its names looked up. */
export interface ActiveRule {
  readonly rule: StyleRule;
  /** Folded; undefined for all. */
  readonly type: string | undefined;
  readonly applies: (element: Element) => boolean;
  /** Where its look comes from; undefined for a look that is the same for all. */
  readonly value: ((element: Element) => PropertyValue | undefined) | undefined;
  /** Of a look by number: from where to where the numbers go. */
  readonly scale: MeasureScale | undefined;
  /** Of a look by an algorithm: what it says of nodes. */
  readonly measure: ReadonlyMap<string, number> | undefined;
  /** What a property that the rule names is called in a label or edge type now; undefined where that has none. */
  readonly nameIn: NameIn;
}

type NameIn = (key: string, type: string) => string | undefined;

export class RuleLooks {
  /** In the order in which they count, the last one most. */
  readonly active: readonly ActiveRule[];
  readonly schema: RuleFacts['schema'] | undefined;

  constructor(active: readonly ActiveRule[], schema?: RuleFacts['schema']) {
    this.active = active;
    this.schema = schema;
  }

  node({ id, label, properties }: Pick<NodeRow, 'id' | 'label' | 'properties'>): RuledLook {
    return this.#look('node', { id, type: label, properties });
  }

  edge(row: Pick<EdgeRow, 'id' | 'type' | 'properties'>): RuledLook {
    return this.#look('edge', row);
  }

  #look(on: StyleRule['on'], element: Element): RuledLook {
    let look: RuledLook = NOTHING;
    for (const each of this.active) {
      if (each.rule.on === on && each.applies(element)) look = { ...look, ...lookBy(each, element) };
    }
    return look;
  }
}

const NOTHING: RuledLook = {};

export const NO_RULES = new RuleLooks([]);

/** @param before what they were: the same object is returned where nothing looks otherwise by the new */
export function ruleLooks(facts: RuleFacts, before = NO_RULES): RuleLooks {
  if (facts.rules.size === 0) return before.active.length === 0 ? before : NO_RULES;
  const rules = [...facts.rules.values()].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const active = rules.flatMap((rule) => activeRule(rule, facts) ?? []);
  const isSame = before.schema === facts.schema && dequal(active.map(plainly), before.active.map(plainly));
  return isSame ? before : new RuleLooks(active, facts.schema);
}

/** What the looks of a rule follow from, besides the names of the schema. */
function plainly({ rule, scale, measure }: ActiveRule) {
  return [rule, scale, measure];
}

/** Undefined where what the rule names is gone, or what it goes by is not known. */
function activeRule(rule: StyleRule, facts: RuleFacts): ActiveRule | undefined {
  const type = rule.of === undefined ? undefined : findType(facts.schema, TYPE_KINDS[rule.on], rule.of);
  if (rule.of !== undefined && (type === undefined || type === GONE)) return undefined;
  const folded = type === undefined || type === GONE ? undefined : foldName(type.name);
  const nameIn = namesIn(rule, facts);
  const read: Read =
    (key) =>
    ({ type: name, properties }) =>
      properties[nameIn(key, name) ?? ''];
  const meets = rule.where === undefined ? undefined : conditionOf(rule.where, read(rule.where.key));
  const applies = (element: Element) =>
    (folded === undefined || foldName(element.type) === folded) && (meets === undefined || meets(element));
  const measure = measureBy(rule.look, facts);
  if ('by' in rule.look && 'algorithm' in rule.look.by && measure === undefined) return undefined;
  const value = valueBy(rule.look, read, measure);
  const isScaled = rule.look.set === 'color_by_number' || rule.look.set === 'size_by_number';
  const scale = isScaled && value !== undefined ? scaleOf(numbers(rule.on, facts, applies, value)) : undefined;
  return { rule, type: folded, applies, value, scale, measure, nameIn };
}

type Read = (key: string) => (element: Element) => PropertyValue | undefined;

/** Looked up once for each label or edge type. */
function namesIn({ on }: StyleRule, { schema }: RuleFacts): NameIn {
  const names = new Map<string, string | undefined>();
  return (key, of) => {
    const place = `${of}.${key}`;
    if (!names.has(place)) {
      const type = findType(schema, TYPE_KINDS[on], of);
      const found = type === undefined || type === GONE ? undefined : findProperty(schema, TYPE_KINDS[on], type, key);
      names.set(place, found === undefined || found === GONE ? undefined : found.name);
    }
    return names.get(place);
  };
}

function measureBy(look: RuleLook, { measures }: RuleFacts): ActiveRule['measure'] {
  return 'by' in look && 'algorithm' in look.by ? measures.get(look.by.algorithm) : undefined;
}

function valueBy(look: RuleLook, read: Read, measure: ActiveRule['measure']): ActiveRule['value'] {
  if (!('by' in look)) return undefined;
  return 'key' in look.by ? read(look.by.key) : ({ id }) => measure?.get(id);
}

function* numbers(
  on: StyleRule['on'],
  { nodes, edges }: RuleFacts,
  applies: (element: Element) => boolean,
  value: NonNullable<ActiveRule['value']>,
): Iterable<number> {
  const elements: Iterable<Element> = on === 'node' ? asElements(nodes.values()) : edges.values();
  for (const element of elements) {
    const number = applies(element) ? value(element) : undefined;
    if (typeof number === 'number') yield number;
  }
}

function* asElements(nodes: Iterable<NodeRow>): Iterable<Element> {
  for (const { id, label, properties } of nodes) yield { id, type: label, properties };
}

function conditionOf(where: RuleCondition, read: ReturnType<Read>): (element: Element) => boolean {
  if (!('value' in where)) return (element) => (read(element) !== undefined) === (where.is === 'set');
  if (where.is === 'contains') {
    const wanted = where.value.toLowerCase();
    return (element) =>
      String(read(element) ?? '')
        .toLowerCase()
        .includes(wanted);
  }
  const { is, value } = where;
  return (element) => {
    const own = read(element);
    return own !== undefined && typeof own === typeof value && compares(own, is, value);
  };
}

/** Dates and moments are texts that are ordered as they are written. */
function compares(own: PropertyValue, is: Comparison, value: PropertyValue): boolean {
  switch (is) {
    case 'equal':
      return own === value;
    case 'not_equal':
      return own !== value;
    case 'less':
      return own < value;
    case 'at_most':
      return own <= value;
    case 'more':
      return own > value;
    case 'at_least':
      return own >= value;
  }
}

function lookBy({ rule: { look }, value, scale, nameIn }: ActiveRule, element: Element): RuledLook {
  switch (look.set) {
    case 'color':
      return { color: look.color };
    case 'size':
      return { size: look.size };
    case 'icon':
      return { icon: look.icon };
    case 'caption': {
      const caption = nameIn(look.key, element.type);
      return caption === undefined ? NOTHING : { caption };
    }
    case 'color_by_value': {
      const own = value?.(element);
      if (own === undefined) return { color: OTHER_COLOR };
      return { color: look.colors?.find((each) => each.value === own)?.color ?? valueColor(own) };
    }
    case 'color_by_number': {
      const own = value?.(element);
      if (typeof own !== 'number' || scale === undefined) return { color: OTHER_COLOR };
      return { color: shadeAt(look.from, look.to, placeOn(scale, own)) };
    }
    case 'size_by_number': {
      const own = value?.(element);
      return { size: typeof own === 'number' && scale !== undefined ? scoreStep(scale, own) : 'tiny' };
    }
  }
}
