import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { versionProblem } from '../../server/hello';
import { applyPatch } from '../shared/graph/apply-patch';
import { Graph } from '../shared/graph/graph';
import { type GraphLimits, WIDEST_LIMITS } from '../shared/graph/graph-limits';
import type { Op } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { PROPERTY_TYPES, TYPE_WORDS, valueProblem } from '../shared/graph/values';
import { PROTOCOL_VERSION } from '../shared/protocol/version';
import { errors } from './en/errors';
import { speak } from './i18n';
import { said, saidOf } from './said';

/** Those that are put together of words: they are asked for above. */
const SAID_IN_PARTS = new Set(['isEdgeType', 'isLabel', 'oldPage', 'oldServer']);
for (const key of ['tooManyNodes', 'tooManyEdges', 'tooManyLabels', 'tooManyEdgeTypes']) SAID_IN_PARTS.add(key);

const ENGLISH_LETTERS = /[A-Za-z]{3}/u;

function inJapanese(): void {
  beforeEach(() => {
    speak('ja');
    onTestFinished(() => speak('en'));
  });
}

/** Why a patch is refused by a graph of people. */
function refusal(op: Op, limits: GraphLimits = WIDEST_LIMITS) {
  const graph = new Graph();
  const schema: Op[] = [
    { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
    { op: 'create_edge_type', type: 'Knows', properties: {} },
  ];
  expect(applyPatch(graph, schema)).toMatchObject({ status: 'applied' });
  const outcome = applyPatch(graph, [op], limits);
  if (outcome.status !== 'refused') throw new Error('It was not refused.');
  return outcome;
}

const person = (properties: Record<string, string | number>): Op => ({
  op: 'create_node',
  nodeId: testNodeId(1),
  label: 'Person',
  position: { x: 0, y: 0 },
  properties,
});

describe('in English', () => {
  test('a sentence is said as it came', () => {
    expect(said('There is no label "X" in this graph.', 'NO_SUCH_LABEL')).toBe('There is no label "X" in this graph.');
  });
});

describe('in Japanese', () => {
  inJapanese();

  test.each<[string, Op, string]>([
    [
      'a label that is not there',
      { op: 'create_node', nodeId: testNodeId(1), label: 'Dog', position: { x: 0, y: 0 }, properties: {} },
      'このグラフにラベル「Dog」はありません。',
    ],
    ['a property that is not there', person({ size: 3 }), '「Person」にプロパティ「size」はありません。'],
    [
      'a name that is taken',
      { op: 'create_edge_type', type: 'Person', properties: {} },
      '「Person」は、このグラフですでにラベルとして使われています。',
    ],
    [
      'a name of an edge type',
      { op: 'create_label', label: 'Knows', properties: {} },
      '「Knows」は、このグラフですでにエッジの種類として使われています。',
    ],
    [
      'another type',
      { op: 'create_label', label: 'Person', properties: { age: 'STRING' } },
      '「Person」の「age」は、すでに整数型です。',
    ],
    [
      'a value of another type',
      person({ age: 'old' }),
      '「Person」の「age」：−9007199254740991 から 9007199254740991 までの整数を入力してください。',
    ],
  ])('a refusal says what it is about: %s', (_, op, sentence) => {
    const { reason, code } = refusal(op);
    expect(said(reason, code)).toBe(sentence);
  });

  test.each<[keyof GraphLimits, Op, string]>([
    ['nodes', person({}), 'グラフに追加できるノードは 0 個までです。'],
    ['labels', { op: 'create_label', label: 'Dog', properties: {} }, 'グラフに追加できるラベルは 0 種類までです。'],
    [
      'edgeTypes',
      { op: 'create_edge_type', type: 'Likes', properties: {} },
      'グラフに追加できるエッジの種類は 0 種類までです。',
    ],
  ])('a graph that is full of %s', (what, op, sentence) => {
    expect(said(refusal(op, { ...WIDEST_LIMITS, [what]: 0 }).reason)).toBe(sentence);
  });

  test.each([PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1])('a page of version %i', (protocolVersion) => {
    const problem = versionProblem(JSON.stringify({ type: 'hello', protocolVersion }));
    expect(said(problem?.reason ?? '')).toContain('バージョンが異なります');
  });

  test.each(PROPERTY_TYPES)('what is wrong with a value of %s', (type) => {
    const problem = valueProblem(type, type === 'STRING' ? 1 : 'not at all') ?? '';
    expect(said(problem)).not.toBe(problem);
    expect(said(TYPE_WORDS[type])).not.toMatch(ENGLISH_LETTERS);
  });

  test('a sentence that is not known is said by its code, and without one as it came', () => {
    expect(said('Too many cooks.', 'RATE_LIMITED')).not.toMatch(ENGLISH_LETTERS);
    expect(said('Too many cooks.', 'NO_SUCH_CODE')).toBe('Too many cooks.');
    expect(said('Too many cooks.', 'toString')).toBe('Too many cooks.');
    expect(saidOf(Object.assign(new Error('Too many cooks.'), { code: 'FORBIDDEN' }))).not.toMatch(ENGLISH_LETTERS);
    expect(saidOf(new Error('Too many cooks.'))).toBe('Too many cooks.');
  });

  test('what people typed is left as it is', () => {
    const name = '{{reason}} $t(page:reload) "text" .*';
    expect(said(`There is no label "${name}" in this graph.`)).toBe(`このグラフにラベル「${name}」はありません。`);
  });

  test('of two sentences that fit, the more particular one is meant', () => {
    expect(said('A graph can have at most 10 edge types.')).toBe('グラフに追加できるエッジの種類は 10 種類までです。');
  });
});

describe('the sentences of the layers below are still said there', () => {
  const code = ['src/shared', 'src/replica', 'src/session', 'src/offline', 'src/engine', 'src/app', 'server'].flatMap(
    (folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.ts$/u.test(file) && !/\.test\.ts$|node_modules/u.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll("\\'", "'")),
  );

  test.each(Object.entries(errors.said).filter(([key]) => !SAID_IN_PARTS.has(key)))('%s', (_, sentence) => {
    // What fills it is written in many ways; what is between, in one.
    const fixed = sentence.split(/\{\{\w+\}\}/u).filter((part) => /\p{L}{2}/u.test(part));
    const isSaid = (text: string) => fixed.every((part) => text.includes(part.trim()));
    expect(code.some(isSaid)).toBe(true);
  });
});
