/** Rows of cards, by label and then by caption, so that one can look something up. */
import { byId, type Size, type Vertex } from './vertices';

/** How much wider than high the whole is to be, as screens are. */
const WIDE = 1.6;

/** One order for everyone, whatever their language. */
const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

export function placeGrid(vertices: readonly Vertex[], cell: Size): void {
  const inOrder = [...vertices].sort(
    (a, b) => words.compare(a.label, b.label) || words.compare(a.caption, b.caption) || byId(a, b),
  );
  const columns = Math.max(1, Math.round(Math.sqrt((inOrder.length * WIDE * cell.height) / cell.width)));
  for (const [index, vertex] of inOrder.entries()) {
    vertex.x = (index % columns) * cell.width;
    vertex.y = Math.floor(index / columns) * cell.height;
  }
}
