/**
 * What others have written, and when: an undo must not take back what someone else has put there, even where it is the
 * very value that the step left (a switch turned off and on again by someone else is theirs now).
 *
 * Moments are numbers of the caller's that never go down. Only elements that are followed are remembered, so that the
 * memory this takes is bound by what the person did, and not by what everyone did.
 */
import type { Change, NetChanges } from '../shared/graph/changes';
import { type ElementType, type GraphEdge, type GraphNode, INFO_KEY } from '../shared/graph/model';
import { differingFields, differingTypeFields, type Field, typeId } from './fields';
import { Renames } from './renames';

/** Whether others have written a field of an element; without a field, whether they have written anything of it. */
export type IsTheirs = (id: string, field?: Field) => boolean;

export class OthersWrites {
  readonly #followed = new Set<string>();
  /** The last moment by element, and by element and field. */
  readonly #elements = new Map<string, number>();
  readonly #fields = new Map<string, number>();
  /** What was deleted, as it was: who brings it back the same has not written its fields. */
  readonly #gone = new Map<string, GraphNode | GraphEdge>();

  /** The person has changed the graph like this: from now on, others' writes to these elements are remembered. */
  follow(changes: NetChanges): void {
    for (const [id, change] of [...changes.node, ...changes.edge]) {
      this.#followed.add(id);
      this.#keepGone(id, change);
    }
    for (const kind of ['label', 'edgeType'] as const) {
      for (const key of changes[kind].keys()) this.#followed.add(typeId(kind, key));
    }
    for (const id of [...changes.view.keys(), ...changes.rule.keys()]) this.#followed.add(id);
  }

  /** Others have changed the graph like this. */
  note(changes: NetChanges, moment: number): void {
    if (changes.info.size > 0) this.#write(INFO_KEY, ['title'], moment);
    const renames = new Renames(changes);
    for (const [id, change] of changes.node) this.#noteElement(id, change, renames, moment);
    for (const [id, change] of changes.edge) this.#noteElement(id, change, renames, moment);
    for (const kind of ['label', 'edgeType'] as const) {
      for (const [key, change] of changes[kind]) this.#noteType(typeId(kind, key), change, moment);
    }
    for (const id of [...changes.view.keys(), ...changes.rule.keys()]) {
      if (this.#followed.has(id)) this.#write(id, ['exists'], moment);
    }
  }

  /** What others have written at this moment or later. */
  since(moment: number): IsTheirs {
    return (id, field) => {
      const last = field === undefined ? this.#elements.get(id) : this.#fields.get(`${id} ${field}`);
      return last !== undefined && last >= moment;
    };
  }

  #noteType(id: string, { before, after }: Change<ElementType>, moment: number): void {
    if (!this.#followed.has(id)) return;
    const fields = before && after ? differingTypeFields(before, after) : (['exists'] as const);
    this.#write(id, fields, moment);
  }

  #noteElement(id: string, change: Change<GraphNode | GraphEdge>, renames: Renames, moment: number): void {
    if (!this.#followed.has(id)) return;
    this.#keepGone(id, change);
    const { after, before = this.#gone.get(id) } = change;
    if (after === undefined) this.#write(id, ['exists'], moment);
    else {
      const fields = differingFields(before ?? after, after, renames);
      // A new name of its label, edge type or property is no writing of the element.
      if (fields.length > 0 || change.before === undefined) this.#write(id, fields, moment);
    }
  }

  #keepGone(id: string, { before, after }: Change<GraphNode | GraphEdge>): void {
    if (before !== undefined && after === undefined) this.#gone.set(id, before);
  }

  #write(id: string, fields: readonly Field[], moment: number): void {
    this.#elements.set(id, moment);
    for (const field of fields) this.#fields.set(`${id} ${field}`, moment);
  }
}
