// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { consoleCommands } from '../../commands/console-commands';
import type { Answered, Question, Writing } from '../../console/asking';
import { QueryConsole } from '../../console/query-console';
import { type Answer, QueryError, QueryTimeoutError, type QueryValue } from '../../engine/graph-engine';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { CommandsAround } from '../testing/commands-around';
import { ANN, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { ConsoleContext } from './console-context';
import { Parameters } from './Parameters';
import { Problem } from './Problem';
import { Results } from './Results';
import { RunWords } from './RunWords';

const HEIGHT = 300;

// Nothing has a size here, and a list draws what is in sight.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(HEIGHT);
});
afterEach(() => vi.restoreAllMocks());

const own = { offset: 0, table: 0 };
const node = (id: string, name: string): QueryValue => ({ _id: own, _label: 'Person', id, name });

/** An answer with these columns, whose types are as the database would have them. */
function answerOf(types: Record<string, string>, rows: QueryValue[][], rowCount = rows.length): Answer {
  return { columns: Object.entries(types).map(([name, type]) => ({ name, type })), rows, rowCount, tookMs: 12.34 };
}

/** As for someone who may only look. */
const NOT_WRITING: Writing = { isAllowed: () => false, propose: () => Promise.reject(new Error('not allowed')) };

/** The console without the editor, with the answers that the database will give, in order. */
function dock(...outcomes: (Answer | Error)[]) {
  const questions: Question[] = [];
  const copied: string[] = [];
  const asked: string[] = [];
  const ask = async (question: Question): Promise<Answered> => {
    questions.push(question);
    const outcome = outcomes.shift();
    if (outcome === undefined || outcome instanceof Error) throw outcome ?? new Error('asked too often');
    return { answer: outcome, ofCopy: false };
  };
  const storage = { getItem: () => null, setItem: () => {} };
  const opened = new QueryConsole({ asking: { ask }, writing: NOT_WRITING, storage, room: 'r' });
  const rendered = renderEditor(
    <CommandsAround all={consoleCommands} asked={asked}>
      <ConsoleContext value={opened}>
        <RunWords />
        <Parameters />
        <Problem />
        <Results />
      </ConsoleContext>
    </CommandsAround>,
    FAMILY,
  );
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
  const run = async (query: string) => {
    opened.type(query);
    await opened.run();
  };
  return { ...rendered, console: opened, run, questions, copied, asked };
}

const said = () => screen.getByTestId('query-outcome').textContent;
const cells = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );

describe('an answer', () => {
  test('is a table, with as much of it as is in sight, and says how many rows there are of all', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => [index + 0.5]);
    const { run } = dock(answerOf({ n: 'DOUBLE' }, rows, 12_000));
    await run('MATCH (n) RETURN 1');
    expect(await screen.findByRole('table')).toBeDefined();
    expect(said()).toBe('The first 500 of 12,000 rows · 12 ms');
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('501');
    expect(cells().length).toBeGreaterThan(5);
    expect(cells().length).toBeLessThan(60);
    expect(cells()[0]).toEqual(['0.5']);
  });

  test('is sorted by a column, back and forth', async () => {
    const { run, user } = dock(
      answerOf({ name: 'STRING', n: 'INT64' }, [
        ['b', 10],
        ['a', 9],
        [null, 1],
      ]),
    );
    await run('RETURN 1');
    const column = async (name: string) => screen.findByRole('columnheader', { name });
    const press = async (name: string) => user.click(within(await column(name)).getByRole('button'));
    await press('name');
    expect(cells()).toEqual([
      ['a', '9'],
      ['b', '10'],
      ['–', '1'],
    ]);
    expect((await column('name')).getAttribute('aria-sort')).toBe('ascending');
    await press('name');
    expect(cells()[0]).toEqual(['b', '10']);
    await press('n');
    expect(cells()[0]).toEqual(['–', '1']);
  });

  test('leads to the canvas: by a node, and by all there are', async () => {
    const stranger = node(testNodeId(99), 'Gone');
    const { run, user, store, asked } = dock(answerOf({ p: 'NODE' }, [[node(ANN, 'Ann')], [stranger]]));
    await run('MATCH (p) RETURN p');
    await user.click(await screen.findByRole('button', { name: 'Ann' }));
    expect(store.getState().selectedNodes).toEqual([ANN]);
    expect(asked).toEqual(['show 1']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Gone' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Show only these' }));
    expect([...(store.getState().viewFilter.onlyThese ?? [])]).toEqual([ANN]);
  });

  test('is copied as CSV, and as JSON where that is shown', async () => {
    const { run, user, copied } = dock(answerOf({ a: 'STRING', b: 'BOOL' }, [['x, y', true]]));
    await run('RETURN 1');
    await user.click(await screen.findByRole('button', { name: 'Copy as CSV' }));
    await user.click(screen.getByRole('tab', { name: 'JSON' }));
    await user.click(screen.getByRole('button', { name: 'Copy as JSON' }));
    expect(copied[0]).toBe('a,b\r\n"x, y",true');
    expect(JSON.parse(copied[1] ?? '')).toEqual([{ a: 'x, y', b: true }]);
  });

  test('of edges and paths names them', async () => {
    const knows = { _id: own, _src: own, _dst: own, _label: 'KNOWS', id: testEdgeId(1) };
    const path = { _nodes: [node(ANN, 'Ann'), node(testNodeId(98), 'Bo')], _rels: [knows] };
    const { run } = dock(answerOf({ e: 'REL', p: 'RECURSIVE_REL', l: 'NODE[]' }, [[knows, path, [node(ANN, 'Ann')]]]));
    await run('MATCH p = ()-[e]->() RETURN e, p');
    await screen.findByRole('table');
    expect(cells()).toEqual([['KNOWS', 'Ann → Bo', 'Ann']]);
  });
});

/** As the database draws `PROFILE MATCH (a:Person), (b:Person) RETURN a.name`, with fewer steps. */
const DRAWN = `
┌─────────────────────────────┐
│┌───────────────────────────┐│
││       Physical Plan       ││
│└───────────────────────────┘│
└─────────────────────────────┘
┌─────────────────────────────┐                                
│         PROFILE[3]          │                                
│   -----------------------   │                                
│   -----------------------   │                                
│     NumOutputTuples: 0      │                                
│   -----------------------   │                                
│   ExecutionTime: 0.000000   │                                
└──────────────┬──────────────┘                                
┌──────────────┴──────────────┐                                
│      CROSS_PRODUCT[2]       │                                
│   -----------------------   │                                
│   -----------------------   │────────────────┐               
│     NumOutputTuples: 4      │                │               
│   -----------------------   │                │               
│   ExecutionTime: 0.125000   │                │               
└──────────────┬──────────────┘                │               
┌──────────────┴──────────────┐ ┌──────────────┴──────────────┐
│     SCAN_NODE_TABLE[1]      │ │     SCAN_NODE_TABLE[0]      │
│   -----------------------   │ │   -----------------------   │
│       Tables: Person        │ │      Tables: _nothing       │
│          Alias: a           │ │            Person           │
│     Properties: a.name      │ │          Alias: b           │
│           a.born            │ │   -----------------------   │
│   -----------------------   │ │     NumOutputTuples: 1      │
│     NumOutputTuples: 1      │ │   -----------------------   │
│   -----------------------   │ │   ExecutionTime: 0.010000   │
│   ExecutionTime: 1.000000   │ │                             │
└─────────────────────────────┘ └─────────────────────────────┘
`.slice(1);

describe('a plan', () => {
  test('is a list of steps, with what each does and what it takes its rows from', async () => {
    const { run } = dock(answerOf({ plan: 'STRING' }, [[DRAWN]]));
    await run('PROFILE MATCH (a:Person), (b:Person) RETURN a.name');
    const joined = await screen.findByRole('list', { name: 'Takes rows from 2 steps' });
    expect(joined.parentElement?.firstChild?.textContent).toBe('Cross product[2]4 rows · 0.13 ms');
    const inputs = within(joined)
      .getAllByRole('list')
      .map((list) => list.textContent);
    expect(screen.getByRole('tab', { name: 'Plan', selected: true })).toBeDefined();
    expect(inputs).toEqual([
      'Scan node table[1]1 row · 1 msTables PersonAlias aProperties a.name, a.born',
      'Scan node table[0]1 row · 0.01 msTables PersonAlias b',
    ]);
  });

  test('is also there as it is drawn, and is copied so', async () => {
    const { run, user, copied } = dock(answerOf({ plan: 'STRING' }, [[DRAWN]]));
    await run('PROFILE MATCH (a:Person), (b:Person) RETURN a.name');
    const original = (await screen.findByText('As the database draws it')).parentElement;
    expect(original?.querySelector('pre')?.textContent).toBe(DRAWN);
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect(copied).toEqual([DRAWN]);
  });

  test('is only drawn where it is not certain what it says', async () => {
    const unclear = DRAWN.replace('a.born', 'a.birthday');
    const { run } = dock(answerOf({ plan: 'STRING' }, [[unclear]]));
    await run('EXPLAIN MATCH (a:Person), (b:Person) RETURN a.name');
    const shown = await screen.findByRole('region', { name: 'Plan' });
    expect(shown.querySelector('pre')?.textContent).toBe(unclear);
    expect(within(shown).queryByRole('list')).toBeNull();
  });
});

describe('before there is an answer', () => {
  test('examples run as they are pressed, and are in the history then', async () => {
    const { user, questions } = dock(answerOf({ count: 'INT64' }, [[2]]));
    await user.click(screen.getByRole('button', { name: /^How many Person\?/u }));
    await screen.findByRole('table');
    expect(questions).toEqual([{ cypher: 'MATCH (n:Person)\nRETURN count(*) AS count', parameters: {} }]);
    await user.click(screen.getByRole('tab', { name: 'History' }));
    expect(screen.getByRole('list', { name: 'History' }).textContent).toContain('MATCH (n:Person)');
  });

  test('a parameter is asked for, by its kind', async () => {
    const { run, user, questions, console: opened } = dock(answerOf({ x: 'INT64' }, [[12]]));
    await run('RETURN $x AS x');
    const field = await screen.findByRole('textbox', { name: 'Value of $x' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of $x' }), 'Number');
    await user.type(field, '12{Enter}');
    expect(questions).toEqual([{ cypher: 'RETURN $x AS x', parameters: { x: 12 } }]);
    expect(opened.state.getState().run.status).toBe('answered');
  });

  test('what is wrong is said in words, with what the database said', async () => {
    const { run } = dock(new QueryError('Binder exception: Cannot find property nam for p.'));
    await run('MATCH (p) RETURN p.nam');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('p has no property “nam”.');
    expect(within(alert).getByText(/Binder exception/u)).toBeDefined();
  });

  test('what took too long is run again with more time', async () => {
    const { run, user, questions } = dock(new QueryTimeoutError('too slow'), answerOf({ n: 'INT64' }, [[1]]));
    await run('RETURN 1');
    await user.click(await screen.findByRole('button', { name: 'Run it for up to 60 seconds' }));
    expect(await screen.findByRole('table')).toBeDefined();
    expect(questions).toHaveLength(2);
  });
});
