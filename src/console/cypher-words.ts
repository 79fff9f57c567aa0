/** The words of the database's Cypher that a reading query can use. */

export const KEYWORDS: readonly string[] = [
  'MATCH',
  'OPTIONAL MATCH',
  'WHERE',
  'RETURN',
  'WITH',
  'UNWIND',
  'ORDER BY',
  'LIMIT',
  'SKIP',
  'DISTINCT',
  'AS',
  'AND',
  'OR',
  'XOR',
  'NOT',
  'IN',
  'IS NULL',
  'IS NOT NULL',
  'STARTS WITH',
  'ENDS WITH',
  'CONTAINS',
  'EXISTS',
  'COUNT',
  'CASE',
  'WHEN',
  'THEN',
  'ELSE',
  'END',
  'UNION',
  'UNION ALL',
  'ASC',
  'DESC',
  'TRUE',
  'FALSE',
  'NULL',
  'SHORTEST',
  'ALL SHORTEST',
  'TRAIL',
  'ACYCLIC',
  'CALL',
  'EXPLAIN',
  'PROFILE',
];

/** Those that write: highlighted like the others, so that it is seen what they are, and not offered. */
export const WRITING_WORDS: readonly string[] = [
  'CREATE',
  'MERGE',
  'SET',
  'DELETE',
  'DETACH',
  'REMOVE',
  'ON',
  'COPY',
  'LOAD',
  'FROM',
  'TO',
  'DROP',
  'ALTER',
  'TABLE',
];

export const FUNCTIONS: readonly string[] = `
  count sum avg min max collect
  id label labels nodes rels properties start_node end_node length cost is_trail is_acyclic
  abs ceil floor round sqrt pow log log2 ln exp pi sign sin cos tan asin acos atan degrees radians greatest least
  lower upper trim ltrim rtrim left right substring size reverse repeat replace concat contains starts_with ends_with
  split_part string_split regexp_matches regexp_replace regexp_extract levenshtein lpad rpad initcap
  list_len list_sort list_unique list_contains list_sum list_concat list_append list_slice list_transform list_filter
  list_reverse list_any_value list_has_all list_to_string list_distinct range coalesce ifnull nullif
  date timestamp interval date_part date_trunc date_diff current_date current_timestamp monthname dayname last_day
  make_date cast to_string to_int64 to_double to_bool typeof map map_keys map_values struct_extract
  any all none single reduce
`
  .trim()
  .split(/\s+/u);

/** These are not offered, but are no plain names either. */
const OTHER_WORDS =
  'ANY ASCENDING CAST COLUMN DBTYPE DEFAULT DESCENDING GLOB GROUP HEADERS HINT INSTALL JOIN MACRO MULTI_JOIN NONE ONLY PRIMARY SINGLE WSHORTEST';

const RESERVED = new Set([...KEYWORDS, ...WRITING_WORDS, OTHER_WORDS].flatMap((words) => words.split(' ')));

/** Whether a word means something to Cypher by itself. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word.toUpperCase());
}

const FUNCTION_SET: ReadonlySet<string> = new Set(FUNCTIONS);

export function isFunction(word: string): boolean {
  return FUNCTION_SET.has(word.toLowerCase());
}
