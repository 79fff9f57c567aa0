/** What people read is in `src/i18n`, in every language: no component has a sentence of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

const FOLDERS = ['src/ui', 'src/canvas', 'src/app', 'src/kit'];

/** Attributes that people read, or hear. */
const READ = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'label']);
for (const each of ['placeholder', 'title', 'yes', 'no', 'question']) READ.add(each);

/** What is the same in every language. */
const SAME = new Set(['Kumiko']);

/** Whether a text has words in it. */
function isSentence(text: string): boolean {
  const trimmed = text.trim();
  return /\p{L}{2}/u.test(trimmed) && !SAME.has(trimmed);
}

type Found = (text: string, at: number) => void;
interface Part {
  readonly type: string;
  readonly start: number;
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const field = (part: Part, name: string): unknown => Object.entries(part).find(([key]) => key === name)?.[1];
const partsOf = (part: Part): Part[] =>
  Object.values(part)
    .flatMap((value: unknown): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isPart);

/** The texts that an expression may come to: those between which it chooses, and those of which it is made. */
function texts(part: Part, found: Found): void {
  const value = field(part, 'value');
  switch (part.type) {
    case 'Literal':
      if (typeof value === 'string') found(value, part.start);
      return;
    case 'TemplateLiteral':
      for (const quasi of partsOf(part).filter(({ type }) => type === 'TemplateElement')) {
        const written = field(quasi, 'value');
        if (typeof written === 'object' && written !== null && 'cooked' in written) {
          found(String(written.cooked), quasi.start);
        }
      }
      return;
    case 'ConditionalExpression': {
      const test = field(part, 'test');
      for (const each of partsOf(part)) if (each !== test) texts(each, found);
      return;
    }
    case 'LogicalExpression':
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      for (const each of partsOf(part)) texts(each, found);
      return;
  }
}

/** Goes through a component for what it shows. */
function walk(part: Part, found: Found): void {
  const value = field(part, 'value');
  if (part.type === 'JSXText' && typeof value === 'string') found(value, part.start);
  if (part.type === 'JSXAttribute') {
    const name = field(part, 'name');
    const isRead = isPart(name) && READ.has(String(field(name, 'name')));
    if (isRead && isPart(value)) texts(value, found);
  } else {
    for (const each of partsOf(part)) if (each.type === 'JSXExpressionContainer') texts(each, found);
  }
  for (const each of partsOf(part)) walk(each, found);
}

/** The sentences that are written in a component, by line. */
function literals(code: string): string[] {
  const all = new Set<string>();
  const program = parseAst(code, { lang: 'tsx' });
  walk(program, (text, at) => {
    if (isSentence(text)) all.add(`${code.slice(0, at).split('\n').length}: ${text.trim()}`);
  });
  return [...all];
}

const components = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !/testing/u.test(file))
    .map((file) => join(folder, file)),
);

test('there are components', () => {
  expect(components.length).toBeGreaterThan(30);
});

test.each(components)('%s has no sentence of its own', (file) => {
  expect(literals(readFileSync(file, 'utf8'))).toEqual([]);
});

describe('a sentence is found', () => {
  test.each<[string, string[]]>([
    ['<p>Hello</p>', ['1: Hello']],
    ["<p>{open ? 'Close it' : 'Open it'}</p>", ['1: Close it', '1: Open it']],
    ['<p>{many && `$' + '{many} more`}</p>', ['1: more']],
    ['<button aria-label="Undo" />', ['1: Undo']],
    ["<button title={can ? 'Undo' : undefined} />", ['1: Undo']],
    ['<ul>{all.map((each) => <li key={each}>Each</li>)}</ul>', ['1: Each']],
  ])('%s', (code, expected) => {
    expect(literals(`const a = ${code};`)).toEqual(expected);
  });

  test.each(['<p className="soft">{t(\'hello\')} – v{version}</p>', "<p lang={isJapanese ? 'ja' : 'en'}>{words}</p>"])(
    'and nothing else: %s',
    (code) => {
      expect(literals(`const a = ${code};`)).toEqual([]);
    },
  );
});
