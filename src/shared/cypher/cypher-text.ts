/** The little that must be known of Cypher's text: how names are written, and what a typed query contains. */

/** A label, edge type or property name as it is written in Cypher. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

export interface QueryFacts {
  /** The first word in capitals; empty where there is none. */
  readonly firstWord: string;
  /** The same of what is explained or profiled, where something is. */
  readonly statementWord: string;
  /** Whether it is of the form `CALL setting = value`, explained or not: profiling carries it out. */
  readonly isSetting: boolean;
  /** Whether it is about tables and the like: `CREATE NODE TABLE`, not `CREATE (…)` or `CREATE p = (…)`. */
  readonly isDefinition: boolean;
  /** Whether it has a word in it that writes. It may be a name after all: nothing but running it tells. */
  readonly mayWrite: boolean;
  /** Names of the parameters used, without the `$`. */
  readonly parameters: ReadonlySet<string>;
}

// Text and names in quotes, and comments: what is in them is not Cypher.
const OPAQUE = /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g;

const PLANNED = /^\s*(?:explain(?:\s+logical)?|profile)\b/i;

const WRITES = /(?<![.:$\w])(?:create|merge|set|delete|remove|copy|drop|alter)\b/i;

function firstWordOf(text: string): string {
  return /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';
}

/** Looks over a query without parsing it. */
export function lookOver(cypher: string): QueryFacts {
  const bare = cypher.replace(OPAQUE, ' ');
  const statement = bare.replace(PLANNED, '');
  return {
    firstWord: firstWordOf(bare),
    statementWord: firstWordOf(statement),
    isDefinition: /^\s*create\s+[a-z]+\s+[a-z]/i.test(bare),
    mayWrite: !PLANNED.test(bare) && WRITES.test(bare),
    isSetting: /^\s*call\s+\w*\s*=/i.test(statement),
    parameters: new Set(Array.from(bare.matchAll(/\$([\p{L}\p{N}_]+)/gu), (match) => match[1] ?? '')),
  };
}

/** A query with spaces in the place of its comments and texts, and of its names in backticks where they are not kept. */
export function blanked(cypher: string, { keepNames }: { readonly keepNames: boolean }): string {
  return cypher.replace(OPAQUE, (part) => (keepNames && part.startsWith('`') ? part : ' '.repeat(part.length)));
}
