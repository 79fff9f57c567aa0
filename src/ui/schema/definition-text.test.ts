/** The statements make the same tables in a Kuzu of their own. */
import { expect, test } from 'vitest';
import { KuzuDatabase } from '../../engine/testing/node-kuzu';
import { must } from '../../shared/assert';
import { applyPatch } from '../../shared/graph/apply-patch';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { definitionText } from './definition-text';
import type { Pair } from './schema-facts';

const SCHEMA: readonly Op[] = [
  {
    op: 'create_label',
    label: 'Person',
    properties: {
      name: 'STRING',
      age: 'INT64',
      'full näme': 'STRING',
      height: 'DOUBLE',
      from: 'DATE',
      seen: 'TIMESTAMP',
    },
  },
  { op: 'create_label', label: 'お店 二号', properties: { open: 'BOOLEAN' } },
  { op: 'create_label', label: 'Nothing', properties: {} },
  { op: 'create_edge_type', type: 'bought at', properties: { price: 'DOUBLE' } },
  { op: 'create_edge_type', type: 'UNUSED', properties: { why: 'STRING' } },
];
const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  'bought at': [
    { source: 'Person', target: 'お店 二号', count: 3 },
    { source: 'お店 二号', target: 'お店 二号', count: 1 },
  ],
};

function text(): string {
  const graph = new Graph();
  expect(applyPatch(graph, SCHEMA).status).toBe('applied');
  const schema = { labels: new Map(graph.entries('label')), edgeTypes: new Map(graph.entries('edgeType')) };
  return definitionText(schema, ({ name }) => PAIRS[name] ?? []);
}

test('every label and every edge type that joins something becomes the table that it says', async () => {
  const database = await KuzuDatabase.open();
  for (const statement of text()
    .split(/;\n/u)
    .filter((each) => each.includes('CREATE')))
    database.define(statement);
  const rows = (cypher: string) => {
    const outcome = database.read(cypher, {}, { rows: 100, stopMs: 0 });
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.table.rows;
  };
  expect(rows('CALL show_tables() RETURN name, type ORDER BY name')).toEqual([
    ['Nothing', 'NODE'],
    ['Person', 'NODE'],
    ['bought at', 'REL'],
    ['お店 二号', 'NODE'],
  ]);
  expect(rows("CALL table_info('Person') RETURN name, type, `primary key`")).toEqual([
    ['id', 'STRING', true],
    ['name', 'STRING', false],
    ['age', 'INT64', false],
    ['full näme', 'STRING', false],
    ['height', 'DOUBLE', false],
    ['from', 'DATE', false],
    ['seen', 'TIMESTAMP', false],
  ]);
  expect(rows("CALL show_connection('bought at') RETURN `source table name`, `destination table name`")).toEqual([
    ['Person', 'お店 二号'],
    ['お店 二号', 'お店 二号'],
  ]);
});

test('an edge type that joins nothing yet, of which Kuzu has no table, is only told', () => {
  const lines = text().split('\n');
  expect(must(lines.at(-2), 'the last line')).toBe('// `UNUSED` joins nothing yet: (id STRING, `why` STRING)');
});
