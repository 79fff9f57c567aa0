/** The schema as statements that make the same tables in another Kuzu. What only this editor keeps is left out. */
import { quoted } from '../../shared/cypher/cypher-text';
import type { ElementType } from '../../shared/graph/model';
import type { SchemaSlice } from '../../store/schema';
import type { Pair } from './schema-facts';

/** @param pairsOf what edges of a type join */
export function definitionText(
  { labels, edgeTypes }: Pick<SchemaSlice, 'labels' | 'edgeTypes'>,
  pairsOf: (edgeType: ElementType) => readonly Pair[],
): string {
  const tables = Array.from(labels.values(), nodeTable);
  for (const type of edgeTypes.values()) tables.push(edgeTable(type, pairsOf(type)));
  return tables.map((table) => `${table}\n`).join('');
}

function nodeTable(label: ElementType): string {
  return `CREATE NODE TABLE ${quoted(label.name)} (${list(['id STRING PRIMARY KEY', ...columns(label)])});`;
}

/** Kuzu has no table of edges that join nothing: as long as there are none, it is only told. */
function edgeTable(type: ElementType, pairs: readonly Pair[]): string {
  const joins = pairs.map(({ source, target }) => `FROM ${quoted(source)} TO ${quoted(target)}`);
  if (joins.length === 0)
    return `// ${quoted(type.name)} joins nothing yet: (${['id STRING', ...columns(type)].join(', ')})`;
  return `CREATE REL TABLE ${quoted(type.name)} (${list([...joins, 'id STRING', ...columns(type)])});`;
}

function columns({ properties }: ElementType): string[] {
  return Array.from(properties.values(), ({ name, type }) => `${quoted(name)} ${type}`);
}

function list(items: readonly string[]): string {
  return `\n  ${items.join(',\n  ')}\n`;
}
