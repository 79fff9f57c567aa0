import { describe, expect, test } from 'vitest';
import { testViewId } from '../shared/graph/ops.arbitrary';
import type { SavedView } from '../shared/graph/saved-views';
import { finished, typedAgain, type ViewDraft } from './view-draft';

const DRAFT: ViewDraft = {
  id: testViewId(1),
  name: ' People ',
  query: 'MATCH (n:Person) RETURN n\n',
  parameters: {},
  kind: 'table',
  condition: undefined,
};

describe('what is finished', () => {
  test('has no spaces around it, and no condition unless it is a number', () => {
    const draft = { ...DRAFT, condition: { is: 'equal', than: '0' } } as const;
    expect(finished(draft)).toEqual({
      ok: true,
      view: { id: DRAFT.id, name: 'People', query: 'MATCH (n:Person) RETURN n', shows: 'table' },
    });
    expect(finished({ ...draft, kind: 'number', condition: { is: 'less', than: '−2,5' } })).toMatchObject({
      view: { condition: { is: 'less', than: -2.5 } },
    });
  });

  test('has the parameters that the query uses, and typed again they are the same', () => {
    const query =
      'MATCH (n) WHERE n.a = $text AND n.b IN $list AND n.c > $number AND n.d = $yes AND n.e = $none RETURN n';
    const parameters: SavedView['parameters'] = [
      { name: 'text', value: '12' },
      { name: 'list', value: ['a', 'b'] },
      { name: 'number', value: 12.5 },
      { name: 'yes', value: false },
      { name: 'none', value: null },
    ];
    const view: SavedView = { id: DRAFT.id, name: 'x', query, shows: 'table', parameters };
    const typed = { ...typedAgain(view), other: { kind: 'text', text: 'not used', given: true } } as const;
    expect(finished({ ...DRAFT, name: 'x', query, parameters: typed })).toEqual({ ok: true, view });
  });
});

const typed = (text: string) => ({ kind: 'json', text, given: true }) as const;

test.each<[string, Partial<ViewDraft>, object]>([
  ['no name', { name: ' ' }, { what: 'noName' }],
  ['a long name', { name: 'x'.repeat(201) }, { what: 'nameTooLong', most: 200 }],
  ['a query that writes', { query: 'MATCH (n) SET n.a = 1' }, { what: 'writes' }],
  ['a table', { query: 'CREATE NODE TABLE X(id STRING PRIMARY KEY)' }, { what: 'writes' }],
  ['a plan', { query: 'explain MATCH (n) RETURN n' }, { what: 'plan' }],
  ['a long query', { query: 'R'.repeat(20_001) }, { what: 'queryTooLong', most: 20_000, length: 20_001 }],
  [
    'many parameters',
    { query: `RETURN ${Array.from({ length: 51 }, (_, n) => `$p${n}`).join(' + ')}` },
    { what: 'tooManyParameters', most: 50 },
  ],
  ['a parameter without a value', { query: 'RETURN $x' }, { what: 'parameter', parameter: '$x' }],
  ['lists in lists', { query: 'RETURN $x', parameters: { x: typed('[[1]]') } }, { what: 'parameter', parameter: '$x' }],
  ['a condition without a number', { kind: 'number', condition: { is: 'equal', than: 'x' } }, { what: 'notANumber' }],
])('refused: %s', (_what, part, problem) => {
  expect(finished({ ...DRAFT, ...part })).toEqual({ ok: false, problem });
});
