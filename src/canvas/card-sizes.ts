/** How large each card on the canvas is, as its label says. Looked up when rows or labels change, and not as things are drawn. */
import type { ElementType, NodeId } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { type CardSize, NODE_SIZE, sizeOf } from '../store/node-size';
import type { NodeRow, RowUpdate } from '../store/rows';

export class CardSizes {
  #labels: ReadonlyMap<string, ElementType> = new Map();
  readonly #sizes = new Map<NodeId, CardSize>();

  of(id: NodeId): CardSize {
    return this.#sizes.get(id) ?? NODE_SIZE;
  }

  /** @returns whether a card that was there may be of another size now */
  take({ nodes, complete }: RowUpdate): boolean {
    let any = complete;
    if (complete) this.#sizes.clear();
    for (const [id, row] of nodes) {
      if (row === undefined) this.#sizes.delete(id);
      else any = this.#note(row) || any;
    }
    return any;
  }

  /** The labels are these now. @returns whether a card is of another size by it */
  restyle(labels: ReadonlyMap<string, ElementType>, rows: readonly NodeRow[]): boolean {
    this.#labels = labels;
    return rows.map((row) => this.#note(row)).includes(true);
  }

  #note({ id, label: name }: NodeRow): boolean {
    const label = this.#labels.get(foldName(name));
    // A label that is not known was renamed, or is just being made: until it is, the card stays as it was.
    const size = label === undefined ? this.of(id) : sizeOf(label);
    const isOther = size !== this.of(id);
    this.#sizes.set(id, size);
    return isOther;
  }
}
