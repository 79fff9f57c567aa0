/** Cypher as the database speaks it, for highlighting. */
import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { isFunction, isReserved } from '../../../console/cypher-words';

/** What a line begins in the middle of. */
interface State {
  inside: 'comment' | '"' | "'" | '`' | undefined;
}

/** Goes to the end of what is open, or of the line. */
function finish(stream: StringStream, state: State): string {
  if (state.inside === 'comment') {
    while (!stream.eol()) {
      if (stream.match('*/')) {
        state.inside = undefined;
        break;
      }
      stream.next();
    }
    return 'comment';
  }
  const { inside: quote } = state;
  while (!stream.eol()) {
    const char = stream.next();
    if (char === '\\' && quote !== '`') stream.next();
    else if (char === quote) {
      state.inside = undefined;
      break;
    }
  }
  return quote === '`' ? 'name' : 'string';
}

function open(char: string | undefined): State['inside'] {
  return char === '"' || char === "'" || char === '`' ? char : undefined;
}

function token(stream: StringStream, state: State): string | null {
  if (state.inside !== undefined) return finish(stream, state);
  if (stream.eatSpace()) return null;
  if (stream.match('//')) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.match('/*')) {
    state.inside = 'comment';
    return finish(stream, state);
  }
  const quote = open(stream.peek());
  if (quote !== undefined) {
    stream.next();
    state.inside = quote;
    return finish(stream, state);
  }
  if (stream.match(/^\$[\p{L}\p{N}_]+/u)) return 'parameter';
  if (stream.match(/^\d+(\.\d+)?(e[-+]?\d+)?/iu)) return 'number';
  // What follows a colon is a label or an edge type, and a dot a property.
  const before = stream.string.slice(0, stream.pos).trimEnd().at(-1);
  if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u)) {
    const word = stream.current();
    if (before === ':' || before === '|') return 'type';
    if (before === '.') return 'property';
    if (isReserved(word)) return 'keyword';
    return isFunction(word) && /^\s*\(/u.test(stream.string.slice(stream.pos)) ? 'function' : 'variable';
  }
  return /[()[\]{},;.]/u.test(stream.next() ?? '') ? 'punctuation' : 'operator';
}

const language = StreamLanguage.define<State>({
  name: 'cypher',
  startState: () => ({ inside: undefined }),
  copyState: (state) => ({ ...state }),
  token,
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"', "'", '`'] },
  },
  tokenTable: {
    name: tags.typeName,
    type: tags.typeName,
    property: tags.propertyName,
    parameter: tags.special(tags.variableName),
    function: tags.function(tags.variableName),
    variable: tags.variableName,
    keyword: tags.keyword,
    number: tags.number,
    string: tags.string,
    comment: tags.comment,
    punctuation: tags.punctuation,
    operator: tags.operator,
  },
});

const style = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.typeName, color: 'var(--good)' },
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.special(tags.variableName), color: 'var(--warn)', fontWeight: '600' },
  { tag: tags.function(tags.variableName), color: 'var(--accent)' },
  { tag: tags.number, color: 'var(--warn)' },
  { tag: tags.string, color: 'var(--warn)' },
  { tag: tags.comment, color: 'var(--ink-faint)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.operator], color: 'var(--ink-soft)' },
]);

export const cypher = [language, syntaxHighlighting(style)];
