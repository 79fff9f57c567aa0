/** The world as ops: schema, nodes, edges. */
import { must } from '../../../../src/shared/assert';
import type { Op } from '../../../../src/shared/graph/ops';
import type { PropertyValue } from '../../../../src/shared/graph/values';
import { edgeIdOf, nodeIdOf } from '../ids';
import type { Box } from '../layout/box';
import { topLeft } from '../layout/box';
import type { SampleParts } from '../write-sample';
import { type Country, compare, readWorld, type World } from './countries';
import { keyOf, placeWorld } from './layout';

type Values = Record<string, PropertyValue | undefined>;

/** A card shows the first properties after its caption, so those worth seeing come first. */
const SCHEMA: Op[] = [
  {
    op: 'create_label',
    label: 'Country',
    properties: {
      name: 'STRING',
      flag: 'STRING',
      capital: 'STRING',
      officialName: 'STRING',
      code: 'STRING',
      isoNumber: 'INT64',
      area: 'DOUBLE',
      latitude: 'DOUBLE',
      longitude: 'DOUBLE',
      independent: 'BOOLEAN',
      unMember: 'BOOLEAN',
      landlocked: 'BOOLEAN',
    },
    style: { color: '#3f6fb5', icon: 'flag', caption: 'name' },
  },
  {
    op: 'create_label',
    label: 'Region',
    properties: { name: 'STRING' },
    style: { color: '#b34a78', icon: 'globe', caption: 'name' },
  },
  {
    op: 'create_label',
    label: 'Subregion',
    properties: { name: 'STRING' },
    style: { color: '#8a5bb0', icon: 'map', caption: 'name' },
  },
  {
    op: 'create_label',
    label: 'Language',
    properties: { name: 'STRING', code: 'STRING' },
    style: { color: '#a0623a', icon: 'languages', caption: 'name' },
  },
  {
    op: 'create_label',
    label: 'Currency',
    properties: { name: 'STRING', symbol: 'STRING', code: 'STRING' },
    style: { color: '#4b8a5b', icon: 'coins', caption: 'name' },
  },
  { op: 'create_edge_type', type: 'BORDERS', properties: {}, style: { color: '#5f87a3' } },
  { op: 'create_edge_type', type: 'IN_REGION', properties: {}, style: { color: '#9180b8' } },
  { op: 'create_edge_type', type: 'SPEAKS', properties: {}, style: { color: '#b98a5e' } },
  { op: 'create_edge_type', type: 'USES', properties: {}, style: { color: '#6b9a7b' } },
];

/** Builds the sample from the installed package. */
export function buildWorld(): SampleParts {
  const world = readWorld();
  const places = placeWorld(world);
  return {
    id: 'world',
    title: 'World',
    description:
      'The countries of the world with their borders, languages, currencies and regions, laid out like a map.',
    attribution:
      'Contains information from "World countries" by Mohammed Le Doze and contributors ' +
      '(https://github.com/mledoze/countries), which is made available under the Open Database License (ODbL) 1.0 ' +
      '(https://opendatacommons.org/licenses/odbl/1-0/). This sample graph is a database derived from it and is ' +
      'offered under the same licence.',
    schema: SCHEMA,
    nodes: nodes(world, places),
    edges: edges(world),
  };
}

function nodes(world: World, places: ReadonlyMap<string, Box>): Op[] {
  const node = (label: string, code: string, values: Values): Op => ({
    op: 'create_node',
    nodeId: nodeIdOf('world', label, code),
    label,
    position: topLeft(must(places.get(keyOf(label, code)), `the place of ${label} ${code}`)),
    properties: known(values),
  });
  const regions = unique(world.countries.map((country) => country.region));
  const subregions = unique(world.countries.flatMap((country) => country.subregion ?? []));
  return [
    ...regions.map((name) => node('Region', name, { name })),
    ...subregions.map((name) => node('Subregion', name, { name })),
    ...world.countries.map((country) => node('Country', country.code, countryValues(country))),
    ...Array.from(world.languages, ([code, name]) => node('Language', code, { name, code })),
    ...Array.from(world.currencies, ([code, { name, symbol }]) => node('Currency', code, { name, symbol, code })),
  ];
}

function countryValues(country: Country): Values {
  const { name, flag, capital, officialName, code, isoNumber, area, latitude, longitude } = country;
  const { independent, unMember, landlocked } = country;
  return {
    ...{ name, flag, capital, officialName, code, isoNumber, area, latitude, longitude },
    ...{ independent, unMember, landlocked },
  };
}

function edges(world: World): Op[] {
  const edge = (type: string, from: readonly [string, string], to: readonly [string, string]): Op => ({
    op: 'create_edge',
    edgeId: edgeIdOf('world', type, ...from, ...to),
    type,
    source: nodeIdOf('world', ...from),
    target: nodeIdOf('world', ...to),
    properties: {},
  });
  const { countries } = world;
  const regionOfSubregion = new Map(
    countries.flatMap(({ subregion, region }) => (subregion ? [[subregion, region]] : [])),
  );
  return [
    ...Array.from(regionOfSubregion, ([subregion, region]) =>
      edge('IN_REGION', ['Subregion', subregion], ['Region', region]),
    ),
    ...countries.map(({ code, subregion, region }) =>
      edge('IN_REGION', ['Country', code], subregion === undefined ? ['Region', region] : ['Subregion', subregion]),
    ),
    ...countries.flatMap(({ code, borders }) =>
      borders.map((other) => edge('BORDERS', ['Country', code], ['Country', other])),
    ),
    ...countries.flatMap(({ code, languages }) =>
      languages.map((language) => edge('SPEAKS', ['Country', code], ['Language', language])),
    ),
    ...countries.flatMap(({ code, currencies }) =>
      currencies.map((currency) => edge('USES', ['Country', code], ['Currency', currency])),
    ),
  ];
}

function known(values: Values): Record<string, PropertyValue> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, PropertyValue][] =>
      value === undefined ? [] : [[key, value]],
    ),
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compare);
}
