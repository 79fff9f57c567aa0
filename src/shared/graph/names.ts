/**
 * Names of labels, edge types and properties: one rule, used by the editor, the wire and the server (SPEC.md, N1, N2).
 * The database's catalog is case-insensitive, so two names that fold to the same key are the same name.
 */
import { LIMITS } from '../limits';

const ALLOWED = /^[\p{L}\p{M}\p{N}_ ]+$/u;
/** Nothing but their length and `id` can be wrong with these, which are most: the whole rule costs ten times as much. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z0-9_]+)*$/;

/** The key a name is found by: case does not count. */
export function foldName(name: string): string {
  return name.toLowerCase();
}

/** What a person typed, made into the form names are kept in: trimmed, single spaces, Unicode NFC. */
export function tidyName(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/** Says in words why `name` cannot be a label, edge type or property name; `undefined` when it can. */
export function nameProblem(name: string): string | undefined {
  if (name.length <= LIMITS.nameLength && PLAIN.test(name)) return reservedProblem(name);
  if (name === '') return 'A name cannot be empty.';
  if ([...name].length > LIMITS.nameLength) return `A name can have at most ${LIMITS.nameLength} characters.`;
  if (!ALLOWED.test(name)) return 'A name can have letters, digits, spaces and underscores only.';
  if (name !== tidyName(name)) return 'A name cannot begin or end with a space, or have two spaces in a row.';
  if (name.startsWith('_')) return 'A name cannot begin with an underscore.';
  return reservedProblem(name);
}

function reservedProblem(name: string): string | undefined {
  return foldName(name) === 'id' ? 'The name "id" is taken by the editor itself.' : undefined;
}
