/**
 * What finding costs at 10,000 nodes and 20,000 edges: from a key to the answer of the index, in the same run as looking through
 * all texts, and as Kuzu's full-text index, which has whole words only.
 */
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { KuzuDatabase } from '../src/engine/testing/node-kuzu';
import { folded, wordsOf } from '../src/search/fold';
import { LISTED, type SearchedElement } from '../src/search/search-answer';
import { TextIndex } from '../src/search/text-index';
import { must } from '../src/shared/assert';
import { type BenchRow, count, median, megabytes, milliseconds, quantile } from './figures';

const NODES = 10_000;
const EDGES = 20_000;
/** Elements that the page sends at once, about. */
const CHUNK = 1_000;
const SYLLABLES = 'ka to mi ra ne so lu ber ton wick ham stein ville mar del gra pol zen fur ost'.split(' ');
const SIGNS = [...'東京都大阪市寿司日本語検索山川田中村上下国人学生年月駅前本店新古高速道路'];

/** The same numbers every time. */
class Dice {
  #state = 7;

  /** @returns a number from 0 up to, and without, `sides`; the small ones come up more often the higher `skew` is */
  roll(sides: number, skew = 1): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((this.#state / 0x80000000) ** skew * sides);
  }

  of<T>(all: readonly T[], skew = 1): T {
    return must(all[this.roll(all.length, skew)], 'one of them');
  }
}

const dice = new Dice();
const times = <T>(length: number, make: (n: number) => T): T[] => Array.from({ length }, (_, n) => make(n));
const VOCABULARY = times(8_000, () => times(2 + dice.roll(3), () => dice.of(SYLLABLES)).join(''));
/** As in any language, some words are everywhere. */
const word = () => dice.of(VOCABULARY, 3);
const signs = (length: number) => times(length, () => dice.of(SIGNS)).join('');

function elements(): SearchedElement[] {
  const nodes = times(NODES, (n): SearchedElement => {
    const note = `${times(15, word).join(' ')}.`;
    const texts = Object.entries({ name: `${word()} ${word()} ${n}`, native: signs(6), note, age: `${n % 90}` });
    return { id: `n${n}`, kind: 'node', type: `Label ${n % 8}`, caption: 'name', texts };
  });
  const edges = times(EDGES, (n): SearchedElement => {
    const texts = Object.entries({ since: `${1_900 + (n % 120)}`, note: `${word()} ${word()}` });
    return { id: `e${n}`, kind: 'edge', type: `TYPE ${n % 6}`, caption: undefined, texts };
  });
  return [...nodes, ...edges];
}

/** What the field holds after each key, as people type: words letter by letter, two of them, Japanese, and mistakes. */
function keystrokes(): string[] {
  const begun = (text: string) => times(text.length, (n) => text.slice(0, n + 1));
  return [
    ...times(40, () => begun(word())).flat(),
    ...times(10, () => begun(`${word()} ${word()}`)).flat(),
    ...times(20, () => begun(signs(3))).flat(),
    ...times(20, () => begun(`${word().slice(0, 6)}q`)).flat(),
  ];
}

/** Looking through all texts, folded once: only whether they are found, without ranks or reasons. */
function plainScan(all: readonly SearchedElement[]): (query: string) => number {
  const rows = all.map(({ texts }) => texts.map(([, text]) => folded(text)));
  return (query) => {
    const words = wordsOf(query);
    return rows.filter((row) => words.every((each) => row.some((text) => text.includes(each)))).length;
  };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function spread(name: string, all: readonly number[], note: string): BenchRow {
  return {
    name,
    value: `${milliseconds(median(all))} / ${milliseconds(quantile(all, 0.95))}`,
    note: `p50 / p95; ${note}`,
  };
}

export async function benchSearch(): Promise<BenchRow[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const all = elements();
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };

  const before = heap();
  const index = new TextIndex();
  const chunks = times(Math.ceil(all.length / CHUNK), (n) => all.slice(n * CHUNK, (n + 1) * CHUNK));
  const filling = chunks.map((puts) => timed(() => index.update({ puts, gone: [] })));
  const memory = heap() - before;

  const scan = plainScan(all);
  const queries = keystrokes();
  const pairs = queries.map((query) => ({
    index: timed(() => index.search(query, LISTED)),
    scan: timed(() => scan(query)),
  }));
  const updates = times(200, (n) => {
    const element = must(all[n * 37], 'an element');
    const changed = { ...element, texts: [...element.texts, ['more', word()] as const] };
    return timed(() => index.update({ puts: [changed], gone: [] }));
  });
  return [
    {
      name: `fill with ${count(NODES)} nodes and ${count(EDGES)} edges`,
      value: milliseconds(filling.reduce((a, b) => a + b)),
    },
    { name: 'memory of the index', value: megabytes(memory), note: 'with the folded texts' },
    spread(
      'a key to its answer',
      pairs.map((pair) => pair.index),
      `of ${count(queries.length)}; ranked, with reasons`,
    ),
    spread(
      'looking through all texts',
      pairs.map((pair) => pair.scan),
      'the same keys; found or not, unranked',
    ),
    {
      name: 'the index is faster than looking through by',
      value: `${median(pairs.map((pair) => pair.scan / pair.index)).toFixed(1)} ×`,
      note: 'median of pairs',
    },
    spread('take in a batch of one op', updates, 'of 200'),
    ...(await benchKuzu(all, index)),
  ];
}

/** Whole words that are in notes, asked of Kuzu and of the index. Edges cannot be in Kuzu's. */
async function benchKuzu(all: readonly SearchedElement[], index: TextIndex): Promise<BenchRow[]> {
  const database = await KuzuDatabase.open();
  database.define('CREATE NODE TABLE Thing(id STRING PRIMARY KEY, name STRING, note STRING)');
  const nodes = all.filter(({ kind }) => kind === 'node');
  for (let at = 0; at < nodes.length; at += CHUNK) {
    const rows = nodes.slice(at, at + CHUNK).map(({ id, texts }) => ({ id, ...Object.fromEntries(texts) }));
    database.write('UNWIND $rows AS r CREATE (:Thing {id: r.id, name: r.name, note: r.note})', { rows });
  }
  const before = database.heapBytes;
  const made = timed(() =>
    database.define(`CALL CREATE_FTS_INDEX('Thing', 'texts', ['name', 'note'], stemmer := 'none')`),
  );
  const grown = database.heapBytes - before;
  const cypher = `CALL QUERY_FTS_INDEX('Thing', 'texts', $words) RETURN node.id, score ORDER BY score DESC LIMIT ${LISTED}`;
  const pairs = times(100, word).map((words) => ({
    kuzu: timed(() => {
      const outcome = database.read(cypher, { words });
      if (!outcome.ok || outcome.table.rows.length === 0) throw new Error(`Kuzu did not find ${words}.`);
    }),
    index: timed(() => index.search(words, LISTED)),
  }));
  return [
    {
      name: 'Kuzu: fill its full-text index',
      value: milliseconds(made),
      note: 'nodes only, one label, two properties',
    },
    { name: 'Kuzu: memory of it', value: megabytes(grown), note: 'for one label' },
    spread(
      'Kuzu: a whole word',
      pairs.map((pair) => pair.kuzu),
      'of 100',
    ),
    {
      name: 'the index is faster than Kuzu by',
      value: `${median(pairs.map((pair) => pair.kuzu / pair.index)).toFixed(1)} ×`,
      note: 'the same words, median of pairs',
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchSearch());
