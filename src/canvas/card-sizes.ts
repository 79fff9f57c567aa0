/** How large each card on the canvas is. Looked up when rows or looks change, and not as things are drawn. */
import type { NodeId } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { cardOf, type LookRules } from '../store/node-look';
import { type CardSize, NODE_SIZE } from '../store/node-size';
import type { NodeRow, RowUpdate } from '../store/rows';
import { NO_RULES } from '../store/rule-looks';

export class CardSizes {
  #rules: LookRules = { labels: new Map(), measure: undefined, ruled: NO_RULES };
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

  /** Looks follow from these now. @returns whether a card is of another size by it */
  restyle(rules: LookRules, rows: readonly NodeRow[]): boolean {
    this.#rules = rules;
    return rows.map((row) => this.#note(row)).includes(true);
  }

  #note(row: NodeRow): boolean {
    const { id, label } = row;
    // A label that is not known was renamed, or is just being made: until it is, the card stays as it was.
    const size = this.#rules.labels.has(foldName(label)) ? cardOf(row, this.#rules) : this.of(id);
    const isOther = size !== this.of(id);
    this.#sizes.set(id, size);
    return isOther;
  }
}
