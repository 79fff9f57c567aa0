/**
 * The tables the database has, and the statements that add to them.
 * Invariant: what is recorded here is what the database's catalog holds; every statement returned is to be run.
 */
import { assert, must } from '../../shared/assert';
import { quoted } from '../../shared/cypher/cypher-text';
import type { PropertyDefinition } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { PropertyType } from '../../shared/graph/values';

interface Table {
  readonly name: string;
  readonly columns: Map<string, PropertyType>;
  /** Of a table of edges: the pairs of labels that they may join. */
  readonly pairs: Set<string>;
}

/** A label or edge type as it should be. */
export interface TypeDefinition {
  readonly name: string;
  readonly properties: Iterable<PropertyDefinition>;
}

/**
 * Kuzu cannot have a table of edges that join nothing, and does not know `n.id` while there is no table of nodes. With
 * these two, always there and always empty, an edge type without edges and a graph without labels answer queries with
 * no rows, where they would answer with an error. People's names never begin with an underscore.
 */
const ANCHOR_NODE = '_nothing';
const ANCHOR_EDGE = '_no_edge';
const ANCHOR_PAIR = joins(ANCHOR_NODE, ANCHOR_NODE);

/** The statements that make an empty database ready. */
export const FOUNDATIONS: readonly string[] = [nodeTable(ANCHOR_NODE, []), edgeTable(ANCHOR_EDGE, [])];

/** In tables that mint ids, a statement may create nodes and edges without saying any. */
const NOT_MINTED = { node: '', edge: '' };
const MINTED = {
  node: "DEFAULT concat('n_', CAST(gen_random_uuid() AS STRING))",
  edge: "DEFAULT concat('e_', CAST(gen_random_uuid() AS STRING))",
};

export class Catalog {
  /** By folded name: labels and edge types share one namespace. */
  readonly #tables = new Map<string, Table>();
  readonly #mintsIds: boolean;

  /** @param mintsIds whether nodes and edges that are created without an id get one of their own */
  constructor({ mintsIds = false } = {}) {
    this.#mintsIds = mintsIds;
  }

  /** The statements that bring a label or edge type up to `wanted`; `undefined` when only a new database could. */
  define(kind: 'label' | 'edgeType', wanted: TypeDefinition): string[] | undefined {
    const properties = [...wanted.properties];
    const table = this.#tables.get(foldName(wanted.name));
    if (table === undefined) {
      const columns = new Map(properties.map(({ name, type }) => [name, type]));
      this.#tables.set(foldName(wanted.name), { name: wanted.name, columns, pairs: new Set([ANCHOR_PAIR]) });
      const minted = this.#mintsIds ? MINTED : NOT_MINTED;
      return [
        kind === 'label'
          ? nodeTable(wanted.name, properties, minted.node)
          : edgeTable(wanted.name, properties, minted.edge),
      ];
    }
    const added = properties.filter(({ name }) => !table.columns.has(name));
    const grown = table.columns.size + added.length === properties.length;
    const sameTypes = properties.every(({ name, type }) => (table.columns.get(name) ?? type) === type);
    if (table.name !== wanted.name || !grown || !sameTypes) return undefined;
    for (const { name, type } of added) table.columns.set(name, type);
    return added.map(({ name, type }) => `ALTER TABLE ${quoted(table.name)} ADD ${quoted(name)} ${type}`);
  }

  /** The statement that lets edges of a type join these labels; `undefined` when they may already. */
  join(edgeType: string, source: string, target: string): string | undefined {
    const { name, pairs } = this.#table(edgeType);
    const pair = joins(this.#table(source).name, this.#table(target).name);
    if (pairs.has(pair)) return undefined;
    pairs.add(pair);
    return `ALTER TABLE ${quoted(name)} ADD ${pair}`;
  }

  /** The types of the properties of a label or edge type, by name; `undefined` when there is none of that name. */
  propertyTypes(name: string): ReadonlyMap<string, PropertyType> | undefined {
    return this.#tables.get(foldName(name))?.columns;
  }

  /** The type of one property, which must exist. */
  columnType(typeName: string, property: string): PropertyType {
    return must(this.#table(typeName).columns.get(property), `the property ${property} of ${typeName}`);
  }

  #table(name: string): Table {
    const table = this.#tables.get(foldName(name));
    assert(table?.name === name, `there is no table ${name}`);
    return table;
  }
}

function nodeTable(name: string, properties: readonly PropertyDefinition[], minted = ''): string {
  const columns = [`id STRING ${minted}`, '_x DOUBLE', '_y DOUBLE', ...properties.map(column), 'PRIMARY KEY (id)'];
  return `CREATE NODE TABLE ${quoted(name)} (${columns.join(', ')})`;
}

function edgeTable(name: string, properties: readonly PropertyDefinition[], minted = ''): string {
  return `CREATE REL TABLE ${quoted(name)} (${[ANCHOR_PAIR, `id STRING ${minted}`, ...properties.map(column)].join(', ')})`;
}

function column({ name, type }: PropertyDefinition): string {
  return `${quoted(name)} ${type}`;
}

function joins(source: string, target: string): string {
  return `FROM ${quoted(source)} TO ${quoted(target)}`;
}
