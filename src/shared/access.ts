/** What someone may do in a graph. Enforced by the server; the page only shows it. */
import { z } from 'zod';

/**
 * From the least to the most. A viewer sees, queries and has a cursor; an editor changes the graph, too; an owner also
 * manages links and roles, and deletes the graph.
 */
export const ROLES = ['viewer', 'editor', 'owner'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = (typeof ROLES)[number];

/** Whether `role` includes all that `needed` may do. */
export function includesRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The one that may do most; `undefined` when there is none. */
export function strongestRole(roles: Iterable<Role | undefined>): Role | undefined {
  let strongest: Role | undefined;
  for (const role of roles) {
    if (role !== undefined && (strongest === undefined || includesRole(role, strongest))) strongest = role;
  }
  return strongest;
}
