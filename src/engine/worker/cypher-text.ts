/** The little that must be known of Cypher's text: how names are written, and what a typed query contains. */

/** A label, edge type or property name as it is written in Cypher. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

export interface QueryFacts {
  /** The first word in capitals; empty where there is none. */
  readonly firstWord: string;
  /** Whether it is of the form `CALL setting = value`. */
  readonly isSetting: boolean;
  /** Names of the parameters used, without the `$`. */
  readonly parameters: ReadonlySet<string>;
}

// Text and names in quotes, and comments: what is in them is not Cypher.
const OPAQUE = /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g;

/** Looks over a query without parsing it. */
export function lookOver(cypher: string): QueryFacts {
  const bare = cypher.replace(OPAQUE, ' ');
  return {
    firstWord: /^\s*([a-z]+)/i.exec(bare)?.[1]?.toUpperCase() ?? '',
    isSetting: /^\s*call\s+\w*\s*=/i.test(bare),
    parameters: new Set(Array.from(bare.matchAll(/\$([\p{L}\p{N}_]+)/gu), (match) => match[1] ?? '')),
  };
}
