import { describe, expect, test } from 'vitest';
import { type Answer, QueryError, QueryTimeoutError } from '../engine/graph-engine';
import type { Answered, AskOptions, Question, Writing } from './asking';
import { FIRST_LIMIT, QueryConsole, RAISE_BY, seenOf } from './query-console';
import type { HistoryStorage } from './query-history';

/** As for someone who may only look. */
const NOT_WRITING: Writing = { isAllowed: () => false, propose: () => Promise.reject(new Error('not allowed')) };

const ANSWER: Answer = { columns: [{ name: 'n', type: 'INT64' }], rows: [[1]], rowCount: 1, tookMs: 2 };

function memory(): HistoryStorage {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

/** A console whose questions wait for the test to answer them. */
function open(storage = memory()) {
  const asked: (Question & AskOptions & { answer: (answered: Answered) => void; fail: (error: Error) => void })[] = [];
  const ask = (question: Question, options: AskOptions) =>
    new Promise<Answered>((answer, fail) => void asked.push({ ...question, ...options, answer, fail }));
  const opened = new QueryConsole({ asking: { ask }, writing: NOT_WRITING, storage, room: 'r' });
  const last = () => {
    const question = asked.at(-1);
    if (question === undefined) throw new Error('nothing was asked');
    return question;
  };
  return { console: opened, asked, last, now: () => opened.state.getState().run };
}

describe('a query', () => {
  test('is asked with its parameters, and its answer is shown', async () => {
    const { console, last, now } = open();
    console.type('RETURN $n AS n');
    console.setParameter('n', { kind: 'number', text: '1', given: true });
    console.setParameter('other', { kind: 'number', text: '2', given: true });
    const done = console.run();
    expect(now()).toEqual({ status: 'running', ofCopy: false, before: undefined });
    expect(last()).toMatchObject({ cypher: 'RETURN $n AS n', parameters: { n: 1 }, limitMs: FIRST_LIMIT });
    last().onCopy();
    expect(now()).toEqual({ status: 'running', ofCopy: true, before: undefined });
    last().answer({ answer: ANSWER, ofCopy: true });
    await done;
    expect(now()).toEqual({ status: 'answered', answer: ANSWER, ofCopy: true, isPlan: false });
    expect(console.state.getState().tab).toBe('table');
    void console.run();
    expect(seenOf(now())?.answer).toBe(ANSWER);
  });

  test('is not asked while a parameter is missing, or there is nothing in it', async () => {
    const { console, asked, now } = open();
    await console.run();
    expect(now()).toEqual({ status: 'idle' });
    console.type("RETURN $n AS n, '$text' // $comment");
    await console.run();
    expect(now()).toEqual({ status: 'incomplete', problems: [{ name: 'n', what: 'missing' }] });
    expect(asked).toEqual([]);
    expect(console.state.getState().history).toEqual([]);
  });

  test('that is explained gives a plan', async () => {
    const { console, last, now } = open();
    console.type('explain MATCH (n) RETURN n');
    const done = console.run();
    last().answer({ answer: ANSWER, ofCopy: false });
    await done;
    expect(now()).toMatchObject({ status: 'answered', isPlan: true });
  });

  test('that is wrong says where, until it is changed', async () => {
    const { console, last, now } = open();
    console.type('RETURN x');
    const done = console.run();
    last().fail(new QueryError('Binder exception: Variable x is not in scope.'));
    await done;
    expect(now()).toMatchObject({ status: 'failed', place: { from: 7, to: 8 } });
    console.type('RETURN xy');
    expect(now()).toMatchObject({ status: 'failed', place: undefined });
  });

  test('that takes too long can be given more time', async () => {
    const { console, last, now } = open();
    console.type('MATCH (a), (b) RETURN a');
    const done = console.run();
    last().fail(new QueryTimeoutError('The query took too long and was stopped.'));
    await done;
    expect(now()).toEqual({ status: 'tooSlow', limitMs: FIRST_LIMIT });
    void console.run(FIRST_LIMIT * RAISE_BY);
    expect(last().limitMs).toBe(FIRST_LIMIT * RAISE_BY);
  });

  test('can be stopped; what comes of it later is nobody’s', async () => {
    const { console, last, now } = open();
    console.type('MATCH (a), (b) RETURN a');
    const done = console.run();
    console.stop();
    expect(last().signal.aborted).toBe(true);
    expect(now()).toEqual({ status: 'stopped' });
    last().onCopy();
    last().fail(new Error('stopped'));
    await done;
    expect(now()).toEqual({ status: 'stopped' });
    console.stop();
    expect(now()).toEqual({ status: 'stopped' });
  });

  test('gives way to the next', async () => {
    const { console, asked, now } = open();
    console.type('RETURN 1 AS n');
    const first = console.run();
    const second = console.run();
    asked[1]?.answer({ answer: ANSWER, ofCopy: false });
    await second;
    asked[0]?.answer({ answer: { ...ANSWER, rowCount: 99 }, ofCopy: false });
    await first;
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(now()).toMatchObject({ status: 'answered', answer: ANSWER });
  });
});

describe('history', () => {
  test('has what was run, the latest first and once, and outlasts the page', () => {
    const storage = memory();
    const { console } = open(storage);
    for (const query of ['RETURN 1', 'RETURN 2', ' RETURN 1\n', 'RETURN 3']) {
      console.type(query);
      void console.run();
    }
    const history = ['RETURN 3', 'RETURN 1', 'RETURN 2'];
    expect(console.state.getState().history).toEqual(history);
    expect(open(storage).console.state.getState().history).toEqual(history);
  });

  test('is gone through and left again, with what was being typed', () => {
    const { console } = open();
    for (const query of ['RETURN 1', 'RETURN 2']) {
      console.type(query);
      void console.run();
    }
    console.type('a draft');
    const text = () => console.state.getState().text;
    expect(console.recall(-1)).toBe(false);
    expect([console.recall(1), text()]).toEqual([true, 'RETURN 2']);
    expect([console.recall(1), text()]).toEqual([true, 'RETURN 1']);
    expect([console.recall(1), text()]).toEqual([false, 'RETURN 1']);
    expect([console.recall(-1), console.recall(-1), text()]).toEqual([true, true, 'a draft']);
  });

  test('keeps fifty, and nothing that could not be read', () => {
    const storage = memory();
    storage.setItem('kumiko.queries.r', '{"not": "ours"}');
    const { console } = open(storage);
    for (let i = 0; i < 60; i++) {
      console.type(`RETURN ${i}`);
      void console.run();
    }
    expect(console.state.getState().history).toHaveLength(50);
    expect(console.state.getState().history[0]).toBe('RETURN 59');
  });
});

test('what may write is tried on a copy by those who may change the graph, and never asked of the live database', async () => {
  const proposed: string[] = [];
  const writing: Writing = {
    isAllowed: () => true,
    propose: async ({ cypher }) => {
      proposed.push(cypher);
      if (cypher.includes('Dog')) throw new QueryError('Binder exception: Table Dog does not exist.');
      return 3;
    },
  };
  const ask = () => Promise.reject(new Error('the live database was asked'));
  const opened = new QueryConsole({ asking: { ask }, writing, storage: memory(), room: 'r' });
  opened.type("MATCH (p) SET p.name = 'Ada'");
  await opened.run();
  expect(opened.state.getState().run).toEqual({ status: 'proposed', changes: 3 });
  opened.type("CREATE (:Dog {name: 'Rex'})");
  await opened.run();
  expect(opened.state.getState().run).toMatchObject({ status: 'failed', reason: expect.stringContaining('Dog') });
  expect(proposed).toHaveLength(2);
});
