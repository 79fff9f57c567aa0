/** Finds cards that lie near each other, by the squares that their middles are in. */
import type { Size, Vertex } from './vertices';

type Place = Pick<Vertex, 'x' | 'y'>;

/** How far cells may reach into each other, in canvas units: far less than the gap between cards in them. */
const TOLERANCE = 0.5;

export class CellGrid {
  readonly #cell: Size;
  readonly #squares = new Map<string, Vertex[]>();

  constructor(cell: Size, vertices: readonly Vertex[] = []) {
    this.#cell = cell;
    for (const vertex of vertices) this.add(vertex);
  }

  add(vertex: Vertex): void {
    const [column, row] = this.#square(vertex);
    const key = `${column} ${row}`;
    const inSquare = this.#squares.get(key);
    if (inSquare === undefined) this.#squares.set(key, [vertex]);
    else inSquare.push(vertex);
  }

  /** All that can overlap a card here. */
  *near(place: Place): Generator<Vertex> {
    const [column, row] = this.#square(place);
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) yield* this.#squares.get(`${x} ${y}`) ?? [];
    }
  }

  overlap(a: Place, b: Place): boolean {
    const { width, height } = this.#cell;
    return Math.abs(a.x - b.x) < width - TOLERANCE && Math.abs(a.y - b.y) < height - TOLERANCE;
  }

  isFree(place: Place): boolean {
    for (const vertex of this.near(place)) if (this.overlap(vertex, place)) return false;
    return true;
  }

  #square({ x, y }: Place): [number, number] {
    return [Math.floor(x / this.#cell.width), Math.floor(y / this.#cell.height)];
  }
}
