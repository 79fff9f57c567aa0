/** Random ops for property tests, over few ids and names so that they meet each other often. Test support only. */
import fc from 'fast-check';
import type { Op } from './ops';
import { COMPARISONS, type SavedView } from './saved-views';
import type { RuleCondition, RuleLook, StyleRule } from './style-rules';
import { PROPERTY_TYPES, type PropertyType, type PropertyValue } from './values';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
export const testNodeId = (n: number) => `n_${uuid(n)}`;
export const testEdgeId = (n: number) => `e_${uuid(n)}`;
export const testClientId = (n: number) => `c_${uuid(n)}`;

const nodeId = fc.nat({ max: 5 }).map(testNodeId);
const edgeId = fc.nat({ max: 5 }).map(testEdgeId);
const label = fc.constantFrom('Person', 'City', 'person', 'Human');
const edgeType = fc.constantFrom('KNOWS', 'LIVES IN', 'MET');
const key = fc.constantFrom('name', 'Name', 'size', 'constructor');
const type = fc.constantFrom<PropertyType>('STRING', 'INT64', ...PROPERTY_TYPES);
const value = fc.oneof<fc.Arbitrary<PropertyValue>[]>(
  fc.constantFrom('', 'Alice', "O'Brien `x` $y", '組子', '🙂'),
  fc.constantFrom(0, 1, -7, 2.5, 9007199254740991),
  fc.boolean(),
  fc.constantFrom('2026-11-22', '2026-11-22T10:00:00.000Z'),
);
const few = { maxKeys: 2 };
const types = fc.dictionary(key, type, few);
// Mostly nothing: a value that fits no property gets the whole patch refused, and little would ever happen.
const values = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Record<string, PropertyValue>>({}) },
  { weight: 1, arbitrary: fc.dictionary(key, value, few) },
);
const position = fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) });

/** A property and the id or type of the kind it is on. */
const onElement = (node: fc.Arbitrary<string>, edge: fc.Arbitrary<string>) =>
  fc.oneof(fc.tuple(fc.constant('node' as const), node), fc.tuple(fc.constant('edge' as const), edge));

/** What a type is called, or is to be called: labels and edge types may meet. */
const typeName = fc.constantFrom('Person', 'Human', 'PERSON', 'KNOWS', 'MET');
const ofType = fc.oneof(
  fc.record({ on: fc.constant('node' as const), of: label }),
  fc.record({ on: fc.constant('edge' as const), of: edgeType }),
);
const style = fc.record(
  {
    color: fc.constantFrom('#112233', '#445566', null),
    icon: fc.constantFrom('user', null),
    caption: fc.option(key),
    size: fc.constantFrom('small' as const, 'large' as const, null),
  },
  { requiredKeys: [] },
);

const unused = fc.constantFrom({}, { unused: true as const });

export const testViewId = (n: number) => `v_${uuid(n)}`;
export const testRuleId = (n: number) => `r_${uuid(n)}`;
const viewId = fc.nat({ max: 1 }).map(testViewId);
const ruleId = fc.nat({ max: 1 }).map(testRuleId);

const view: fc.Arbitrary<SavedView> = fc.record(
  {
    id: viewId,
    name: fc.constantFrom('All', '孤立したノード'),
    query: fc.constantFrom('MATCH (n) RETURN n', 'MATCH (n) WHERE n.name = $name RETURN count(*)'),
    parameters: fc.constantFrom([], [{ name: 'name', value: 'Alice' }], [{ name: 'of', value: [1, null, 'x'] }]),
    shows: fc.constantFrom('filter' as const, 'table' as const, 'number' as const),
    condition: fc.record({ is: fc.constantFrom(...COMPARISONS), than: fc.constantFrom(0, 2.5) }),
  },
  { requiredKeys: ['id', 'name', 'query', 'shows'] },
);
const look = fc.constantFrom<RuleLook[]>(
  { set: 'color', color: '#112233' },
  { set: 'color_by_value', by: { key: 'name' }, colors: [{ value: 'Alice', color: '#445566' }] },
  { set: 'color_by_number', by: { algorithm: 'pagerank' }, from: '#ffffff', to: '#000000' },
  { set: 'size_by_number', by: { key: 'size' } },
  { set: 'caption', key: 'name' },
);
const rule: fc.Arbitrary<StyleRule> = fc.record(
  {
    id: ruleId,
    rank: fc.constantFrom(0, 1),
    on: fc.constantFrom('node' as const, 'edge' as const),
    of: label,
    where: fc.constantFrom<RuleCondition[]>({ key: 'size', is: 'more', value: 1 }, { key: 'name', is: 'not_set' }),
    look,
  },
  { requiredKeys: ['id', 'rank', 'on', 'look'] },
);

/** Ops about saved views and styling rules. */
export const arbitrarySavedOp: fc.Arbitrary<Op> = fc.oneof(
  { weight: 2, arbitrary: view.map((given): Op => ({ op: 'put_view', view: given })) },
  { weight: 1, arbitrary: viewId.map((id): Op => ({ op: 'delete_view', viewId: id })) },
  { weight: 2, arbitrary: rule.map((given): Op => ({ op: 'put_rule', rule: given })) },
  { weight: 1, arbitrary: ruleId.map((id): Op => ({ op: 'delete_rule', ruleId: id })) },
);

/** Ops about labels, edge types and properties that exist. */
export const arbitrarySchemaOp: fc.Arbitrary<Op> = fc.oneof(
  fc.tuple(ofType, typeName).map(([of, to]): Op => ({ op: 'rename_type', ...of, to })),
  fc.tuple(ofType, style).map(([of, given]): Op => ({ op: 'set_style', ...of, style: given })),
  fc.tuple(ofType, unused).map(([of, only]): Op => ({ op: 'delete_type', ...of, ...only })),
  fc.tuple(ofType, key, key).map(([of, name, to]): Op => ({ op: 'rename_property', ...of, key: name, to })),
  fc.tuple(ofType, key, type).map(([of, name, to]): Op => ({ op: 'set_property_type', ...of, key: name, type: to })),
  fc.tuple(ofType, key, unused).map(([of, name, only]): Op => ({ op: 'delete_property', ...of, key: name, ...only })),
);

export const arbitraryOp: fc.Arbitrary<Op> = fc.oneof(
  { weight: 3, arbitrary: arbitrarySchemaOp },
  { weight: 2, arbitrary: arbitrarySavedOp },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('set_label' as const), nodeId, label }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('set_edge_type' as const), edgeId, type: edgeType }) },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant('set_ends' as const), edgeId, source: nodeId, target: nodeId }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('set_locked' as const), nodeId, locked: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('set_title' as const), title: fc.constantFrom('One', 'Two') }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('create_label' as const), label, properties: types }) },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('create_edge_type' as const), type: edgeType, properties: types }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(onElement(label, edgeType), key, type)
      .map(([[on, of], name, propertyType]): Op => ({ op: 'add_property', on, of, key: name, type: propertyType })),
  },
  {
    weight: 6,
    arbitrary: fc.record({ op: fc.constant('create_node' as const), nodeId, label, position, properties: values }),
  },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('move_node' as const), nodeId, position }) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(onElement(nodeId, edgeId), key, value)
      .map(([[on, id], name, v]): Op => ({ op: 'set_property', on, id, key: name, value: v })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(onElement(nodeId, edgeId), key)
      .map(([[on, id], name]): Op => ({ op: 'remove_property', on, id, key: name })),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('delete_node' as const), nodeId }) },
  {
    weight: 6,
    arbitrary: fc.record({
      op: fc.constant('create_edge' as const),
      edgeId,
      type: edgeType,
      source: nodeId,
      target: nodeId,
      properties: values,
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('delete_edge' as const), edgeId }) },
);

export const arbitraryOps: fc.Arbitrary<Op[]> = fc.oneof(
  arbitraryOp.map((op) => [op]),
  fc.array(arbitraryOp, { minLength: 1, maxLength: 4 }),
);

/** Labels and edge types that let most random ops through; a good first patch of a random history. */
export const SCHEMA_OPS: readonly Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', size: 'INT64' } },
  { op: 'create_label', label: 'City', properties: { name: 'STRING' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: { size: 'DOUBLE' } },
  { op: 'create_edge_type', type: 'LIVES IN', properties: {} },
];
