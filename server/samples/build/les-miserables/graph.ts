/** The characters of Les Misérables as ops: schema, nodes, edges. */
import { must } from '../../../../src/shared/assert';
import type { Op } from '../../../../src/shared/graph/ops';
import { edgeIdOf, nodeIdOf } from '../ids';
import { topLeft } from '../layout/box';
import type { SampleParts } from '../write-sample';
import { type Character, readCast } from './characters';
import { placeCast } from './layout';

const ID = 'les-miserables';

const SCHEMA: Op[] = [
  {
    op: 'create_label',
    label: 'Character',
    properties: { name: 'STRING', community: 'INT64' },
    style: { color: '#5560c4', icon: 'user', caption: 'name' },
  },
  {
    op: 'create_edge_type',
    type: 'APPEARS_WITH',
    properties: { weight: 'INT64' },
    style: { color: '#8a86a8', caption: 'weight' },
  },
];

/** Builds the sample from the installed package. */
export function buildLesMiserables(): SampleParts {
  const cast = readCast();
  const places = placeCast(cast);
  const idOf = (character: Character) => nodeIdOf(ID, 'Character', character.key);
  return {
    id: ID,
    title: 'Les Misérables',
    description: 'The characters of Victor Hugo’s novel, and how often any two of them appear in a chapter together.',
    attribution:
      'Compiled by Donald E. Knuth for The Stanford GraphBase: A Platform for Combinatorial Computing ' +
      '(Addison-Wesley, 1993; https://www-cs-faculty.stanford.edu/~knuth/sgb.html), as prepared by M. E. J. Newman ' +
      '(https://websites.umich.edu/~mejn/netdata/) and packaged in vega-datasets (https://github.com/vega/vega-datasets).',
    schema: SCHEMA,
    nodes: cast.characters.map((character) => ({
      op: 'create_node',
      nodeId: idOf(character),
      label: 'Character',
      position: topLeft(must(places.get(character), `the place of ${character.name}`)),
      properties: { name: character.name, community: character.group },
    })),
    edges: cast.meetings.map(({ source, target, weight }) => ({
      op: 'create_edge',
      edgeId: edgeIdOf(ID, 'APPEARS_WITH', source.key, target.key),
      type: 'APPEARS_WITH',
      source: idOf(source),
      target: idOf(target),
      properties: { weight },
    })),
  };
}
