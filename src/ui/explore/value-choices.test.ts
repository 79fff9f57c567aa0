import { expect, test } from 'vitest';
import type { ElementType } from '../../shared/graph/model';
import { testNodeId } from '../../shared/graph/ops.arbitrary';
import type { NodeRow } from '../../store/rows';
import { valueChoices } from './value-choices';

const text = (name: string) => [name, { name, type: 'STRING' }] as const;
const country: ElementType = {
  name: 'Country',
  properties: new Map([text('name'), text('region'), text('capital')]),
  style: {},
};
const row = (n: number, properties: NodeRow['properties'], label = 'Country'): NodeRow => ({
  id: testNodeId(n),
  label,
  position: { x: 0, y: 0 },
  properties,
});
const rows = {
  nodes: new Map(
    [
      row(0, { name: 'Japan', region: 'Asia', capital: 'Tokyo' }),
      row(1, { name: 'Nepal', region: 'Asia', capital: 'Kathmandu' }),
      row(2, { name: 'Nowhere', region: 'Asia' }),
      row(3, { name: 'Nowhere either' }),
      row(4, { region: 'Asia' }, 'City'),
    ].map((each) => [each.id, each]),
  ),
  edges: new Map(),
  labels: new Map([['country', country]]),
  edgeTypes: new Map(),
};
const told = (n: number) =>
  valueChoices('node', testNodeId(n), rows).map(({ rule: { keeps, key, value }, count }) => [keeps, key, value, count]);

test('says how many of its label have each value; what it alone has comes last, and hiding after showing', () => {
  expect(told(0)).toEqual([
    ['only', 'region', 'Asia', 3],
    ['only', 'name', 'Japan', 1],
    ['only', 'capital', 'Tokyo', 1],
    ['others', 'region', 'Asia', 3],
    ['others', 'name', 'Japan', 1],
    ['others', 'capital', 'Tokyo', 1],
  ]);
});

test('that it has no value is one, too', () => {
  expect(told(2)[0]).toEqual(['only', 'capital', undefined, 2]);
});

test('what is not there has none', () => {
  expect(told(9)).toEqual([]);
});
