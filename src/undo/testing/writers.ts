/**
 * The model of whose work is whose: for each field, everyone's writes in their order, own ones undone or not. It holds
 * the history to one rule: an undo takes back own writes only, and only where nobody has written since.
 */
import { expect } from 'vitest';
import { must } from '../../shared/assert';
import type { Change, NetChanges } from '../../shared/graph/changes';
import { type GraphEdge, type GraphNode, STYLE_FIELDS } from '../../shared/graph/model';

interface Write {
  readonly by: 'me' | 'others';
  undone: boolean;
  /** When it was made, undone or redone last. */
  at: number;
}

/** An element as named values; of one that is not there, only that it is not. */
function valuesOf(element: GraphNode | GraphEdge | undefined): Map<string, unknown> {
  if (element === undefined) return new Map([['exists', false]]);
  const values = new Map<string, unknown>([['exists', true]]);
  if ('label' in element) {
    values.set('label', element.label).set('locked', element.locked ?? false);
    values.set('position', `${element.position.x} ${element.position.y}`);
  } else values.set('type', element.type).set('ends', `${element.source} ${element.target}`);
  for (const [key, value] of element.properties) values.set(`property ${key}`, value);
  return values;
}

export class Writers {
  #now = 0;
  /** By element and field. */
  readonly #writes = new Map<string, Map<string, Write[]>>();
  /** What each field was last, also of elements that are gone. */
  readonly #values = new Map<string, Map<string, unknown>>();

  /** An edit, mine or others'. */
  edited(changes: NetChanges, by: 'me' | 'others'): void {
    this.#now += 1;
    this.#each(changes, (id, field) => {
      const live = this.#of(id, field).filter((write) => !write.undone);
      this.#fields(id).set(field, [...live, { by, undone: false, at: this.#now }]);
    });
  }

  /** An undo: every field it changed must be one that I wrote last. */
  undid(changes: NetChanges): void {
    this.#now += 1;
    this.#each(changes, (id, field, isDelete) => {
      const last = this.#of(id, field).findLast((write) => !write.undone);
      expect([id, field, last?.by]).toEqual([id, field, 'me']);
      this.#turn(must(last, 'the write'), true, id, isDelete);
    });
  }

  /** A redo: every field it changed must be one that I undid, and nobody has written since. */
  redid(changes: NetChanges): void {
    this.#now += 1;
    this.#each(changes, (id, field, isDelete) => {
      const writes = this.#of(id, field);
      const next = writes[writes.findLastIndex((write) => !write.undone) + 1];
      expect([id, field, next?.by]).toEqual([id, field, 'me']);
      this.#turn(must(next, 'the write'), false, id, isDelete);
    });
  }

  /** @param isDelete nobody else may have written anything of the element since */
  #turn(write: Write, undone: boolean, id: string, isDelete: boolean): void {
    const later = [...this.#fields(id).values()].flat().filter((other) => other.by === 'others' && other.at > write.at);
    if (isDelete) expect([id, later]).toEqual([id, []]);
    write.undone = undone;
    write.at = this.#now;
  }

  #fields(id: string): Map<string, Write[]> {
    const fields = this.#writes.get(id) ?? new Map<string, Write[]>();
    this.#writes.set(id, fields);
    return fields;
  }

  #of(id: string, field: string): readonly Write[] {
    return this.#fields(id).get(field) ?? [];
  }

  #each(changes: NetChanges, visit: (id: string, field: string, isDelete: boolean) => void): void {
    for (const [id] of changes.info) visit(id, 'title', false);
    for (const [key, { before, after }] of changes.label) {
      for (const field of STYLE_FIELDS) {
        if (before?.style[field] !== after?.style[field]) visit(`label ${key}`, field, false);
      }
    }
    for (const id of [...changes.view.keys(), ...changes.rule.keys()]) visit(id, 'value', false);
    for (const [id, change] of [...changes.node, ...changes.edge]) {
      for (const field of this.#differing(id, change)) visit(id, field, change.after === undefined);
    }
  }

  /** The fields of what is deleted stay as they were, and are nobody's work anew when it comes back the same. */
  #differing(id: string, { before, after }: Change<GraphNode | GraphEdge>): string[] {
    const known = this.#values.get(id) ?? valuesOf(before);
    this.#values.set(id, known);
    const now = valuesOf(after);
    const names = after === undefined ? ['exists'] : [...new Set([...known.keys(), ...now.keys()])];
    const differing = names.filter((name) => known.get(name) !== now.get(name));
    for (const name of differing) known.set(name, now.get(name));
    return differing;
  }
}
