/** Random graphs and edits, and the comparison of a database with the plain graph it should show. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { quoted } from '../../shared/cypher/cypher-text';
import { applyPatch } from '../../shared/graph/apply-patch';
import { ChangeCollector, type NetChanges } from '../../shared/graph/changes';
import { Graph } from '../../shared/graph/graph';
import type { ElementType, Properties } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import type { PropertyType, PropertyValue } from '../../shared/graph/values';
import type { QueryParameters, Row } from '../graph-engine';

/** Runs a query that must succeed. */
export type Ask = (cypher: string, parameters?: QueryParameters) => Promise<Row[]>;

const LABELS = ['Person', 'お店 二号', 'from', 'Ärzte_1'];
const EDGE_TYPES = ['KNOWS', 'bought at', 'to', 'c0'];
const PROPERTIES: readonly (readonly [string, PropertyType])[] = [
  ['name', 'STRING'],
  ['full näme', 'STRING'],
  ['年齢', 'INT64'],
  ['from', 'DOUBLE'],
  ['to', 'BOOLEAN'],
  ['c0', 'DATE'],
  ['Group', 'TIMESTAMP'],
];

const HOSTILE = [
  '',
  "'",
  '"',
  '`',
  '\\',
  "\\'; DROP TABLE Person; //",
  '\0',
  'a\0b',
  '\n\r\t\u2028',
  '😀👩‍👩‍👧',
  '日本語',
  'null',
  'NULL',
  'true',
  '1',
  '2.5',
  '2020-01-01',
  '{"a": 1}',
  '[1, 2]',
  ' spaces ',
  '\ufeff',
  'x'.repeat(50_000),
];

const VALUES: Readonly<Record<PropertyType, fc.Arbitrary<PropertyValue>>> = {
  STRING: fc
    .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 }))
    .filter((s) => s.isWellFormed()),
  INT64: fc.oneof(fc.constantFrom(0, 1, -1, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER), fc.maxSafeInteger()),
  DOUBLE: fc
    .oneof(
      fc.constantFrom(0, 1, 2, 2.5, 1e21, 5e-324, 1.7976931348623157e308),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    .map((n) => n + 0),
  BOOLEAN: fc.boolean(),
  DATE: fc
    .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  TIMESTAMP: fc
    .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
};

const coordinate = fc
  .oneof(fc.integer({ min: -100, max: 100 }), fc.double({ min: -1e7, max: 1e7, noNaN: true }))
  .map((n) => n + 0);

/** A step of a scenario: choices, as numbers to be taken modulo what there is, so that every step fits every graph. */
export interface Step {
  readonly what: number;
  readonly pick: number;
  readonly other: number;
  readonly x: number;
  readonly y: number;
  readonly values: { readonly [K in PropertyType]: PropertyValue };
  readonly used: readonly boolean[];
}

const natural = fc.nat({ max: 1_000_000 });
export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  what: natural,
  pick: natural,
  other: natural,
  x: coordinate,
  y: coordinate,
  values: fc.record(VALUES),
  used: fc.array(fc.boolean(), { minLength: PROPERTIES.length, maxLength: PROPERTIES.length }),
});

/** A graph under edit, which collects what changed since it was last asked. */
export class EditedGraph {
  readonly graph = new Graph();
  /** Ids of nodes that once were. */
  readonly gone = new Set<string>();
  #collector = new ChangeCollector();
  #ids = 0;

  /** What changed since the last call. */
  takeChanges(): NetChanges {
    const changes = this.#collector.changesTo(this.graph);
    this.#collector = new ChangeCollector();
    return changes;
  }

  submit(...ops: Op[]): void {
    const outcome = applyPatch(this.graph, ops);
    expect(outcome.status).toBe('applied');
    if (outcome.status === 'applied') this.#collector.noteAll(outcome.journal);
  }

  id(prefix: 'n' | 'e'): string {
    return `${prefix}_00000000-0000-4000-8000-${String(++this.#ids).padStart(12, '0')}`;
  }

  /** Carries out a step, as one op that suits the graph. */
  take(step: Step): void {
    const nodes = [...this.graph.entries('node')].map(([, node]) => node);
    const edges = [...this.graph.entries('edge')].map(([, edge]) => edge);
    const labels = [...this.graph.entries('label')].map(([, label]) => label);
    const types = [...this.graph.entries('edgeType')].map(([, type]) => type);
    const node = nodes[step.pick % nodes.length];
    const other = nodes[step.other % nodes.length];
    const edge = edges[step.pick % edges.length];
    const label = labels[step.pick % labels.length];
    const type = types[step.pick % types.length];
    const position = { x: step.x, y: step.y };
    const what = step.what % 24;
    if (what === 0 || label === undefined) {
      this.submit({ op: 'create_label', label: at(LABELS, step.pick), properties: chosenTypes(step) });
    } else if (what === 1 || type === undefined) {
      this.submit({ op: 'create_edge_type', type: at(EDGE_TYPES, step.pick), properties: chosenTypes(step) });
    } else if (what < 7 || node === undefined || other === undefined) {
      const properties = chosenValues(step, label);
      this.submit({ op: 'create_node', nodeId: this.id('n'), label: label.name, position, properties });
    } else if (what < 10 || edge === undefined) {
      const properties = chosenValues(step, type);
      this.submit({
        op: 'create_edge',
        edgeId: this.id('e'),
        type: type.name,
        source: node.id,
        target: other.id,
        properties,
      });
    } else if (what < 12) this.submit({ op: 'move_node', nodeId: node.id, position });
    else if (what === 12) {
      this.gone.add(node.id);
      this.submit({ op: 'delete_node', nodeId: node.id });
    } else if (what === 13) this.submit({ op: 'delete_edge', edgeId: edge.id });
    else if (what === 20) {
      this.submit({ op: 'set_label', nodeId: node.id, label: at(labels, step.other).name });
    } else if (what === 21) {
      this.submit({ op: 'set_edge_type', edgeId: edge.id, type: at(types, step.other).name });
    } else if (what > 21) this.submit({ op: 'set_ends', edgeId: edge.id, source: node.id, target: other.id });
    else {
      const on = what < 17 ? 'node' : 'edge';
      const id = on === 'node' ? node.id : edge.id;
      const owner = this.graph.get(
        on === 'node' ? 'label' : 'edgeType',
        foldName(on === 'node' ? node.label : edge.type),
      );
      const [property] = [...(owner?.properties.values() ?? [])].filter((_, index) => step.used[index]);
      if (property === undefined) this.submit({ op: 'move_node', nodeId: node.id, position });
      else if (step.other % 3 === 0) this.submit({ op: 'remove_property', on, id, key: property.name });
      else this.submit({ op: 'set_property', on, id, key: property.name, value: step.values[property.type] });
    }
  }
}

function at<T>(items: readonly [T, ...T[]] | readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('Bug: nothing to choose from');
  return item;
}

function chosenTypes(step: Step): Record<string, PropertyType> {
  return Object.fromEntries(PROPERTIES.filter((_, index) => step.used[index]));
}

function chosenValues(step: Step, { properties }: ElementType): Record<string, PropertyValue> {
  const chosen = [...properties.values()].filter((_, index) => step.used[index % step.used.length]);
  return Object.fromEntries(chosen.map(({ name, type }) => [name, step.values[type]]));
}

/** Fails unless the database shows exactly `graph`, whichever way it is looked at. */
export async function expectSame(graph: Graph, gone: Iterable<string>, ask: Ask): Promise<void> {
  const nodes = [...graph.entries('node')].map(([, node]) => node);
  const edges = [...graph.entries('edge')].map(([, edge]) => edge);
  expect(await ask('MATCH (n) RETURN count(*) AS n')).toEqual([{ n: nodes.length }]);
  expect(await ask('MATCH ()-[e]->() RETURN count(*) AS n')).toEqual([{ n: edges.length }]);
  for (const [, label] of graph.entries('label')) {
    const own = nodes.filter((node) => node.label === label.name);
    const rows = await ask(`MATCH (n:${quoted(label.name)}) RETURN n.id, n._x, n._y${columns('n', label)}`);
    const expected = own.map((node) => ({
      'n.id': node.id,
      'n._x': node.position.x,
      'n._y': node.position.y,
      ...cells('n', label, node.properties),
    }));
    expect(byId(rows, 'n.id')).toEqual(byId(expected, 'n.id'));
    for (const node of own) {
      const match = `MATCH (n:${quoted(label.name)} {id: $id})`;
      expect(await ask(`${match} RETURN n._x AS x`, { id: node.id })).toEqual([{ x: node.position.x }]);
      expect(await ask(`${match}-[e]->() RETURN count(*) AS n`, { id: node.id })).toEqual([
        { n: edges.filter(({ source }) => source === node.id).length },
      ]);
      expect(await ask(`${match}<-[e]-() RETURN count(*) AS n`, { id: node.id })).toEqual([
        { n: edges.filter(({ target }) => target === node.id).length },
      ]);
    }
    for (const id of gone)
      expect(await ask(`MATCH (n:${quoted(label.name)} {id: $id}) RETURN n.id`, { id })).toEqual([]);
  }
  for (const [, type] of graph.entries('edgeType')) {
    const own = edges.filter((edge) => edge.type === type.name);
    const expected = own.map((edge) => ({
      'e.id': edge.id,
      'a.id': edge.source,
      'b.id': edge.target,
      ...cells('e', type, edge.properties),
    }));
    const returned = `RETURN e.id, a.id, b.id${columns('e', type)}`;
    const name = quoted(type.name);
    expect(byId(await ask(`MATCH (a)-[e:${name}]->(b) ${returned}`), 'e.id')).toEqual(byId(expected, 'e.id'));
    expect(byId(await ask(`MATCH (b)<-[e:${name}]-(a) ${returned}`), 'e.id')).toEqual(byId(expected, 'e.id'));
    expect(await ask(`MATCH ()-[e:${name}]->() RETURN count(*) AS n`)).toEqual([{ n: own.length }]);
  }
}

function columns(variable: string, { properties }: ElementType): string {
  return [...properties.values()].map(({ name }) => `, ${variable}.${quoted(name)}`).join('');
}

function cells(variable: string, { properties }: ElementType, values: Properties): Row {
  return Object.fromEntries(
    [...properties.values()].map(({ name }) => [`${variable}.${name}`, values.get(name) ?? null]),
  );
}

function byId(rows: readonly Row[], key: string): Row[] {
  return rows.toSorted((a, b) => String(a[key]).localeCompare(String(b[key])));
}
