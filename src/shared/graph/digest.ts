/**
 * A digest of a graph: two graphs with the same digest are, but for chance, the same. Server and clients compare theirs
 * to find out whether they still hold the same graph.
 *
 * The digest of a kind is the sum of the hashes of its elements (a multiset hash: D. Clarke et al., "Incremental
 * Multiset Hash Functions and Their Application to Memory Integrity Checking", 2003), so a change costs what it touches.
 * It guards against mistakes, not against people: the hash is quick and not cryptographic.
 */
import { z } from 'zod';
import type { GraphView } from './graph';
import { inOrder } from './in-order';
import { byKind, type Elements, type ElementType, KINDS, type Kind, type Properties } from './model';
import type { JournalEntry } from './recording-graph';

const part = z.strictObject({ count: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{16}$/) });

export const digestSchema = z.strictObject(byKind(() => part));

/** Of each kind how many there are, and the sum of their hashes as 16 hexadecimal digits. */
export type Digest = z.infer<typeof digestSchema>;

/** Two sums of 32 bits. */
type Sum = [number, number];

/** Follows a graph, and says its digest when asked. Elements are hashed when it is asked, each once, however often they changed. */
export class GraphDigest {
  readonly #graph: GraphView;
  readonly #hashes = byKind(() => new Map<string, Sum>());
  readonly #touched: Readonly<Record<Kind, Set<string>>>;
  readonly #sums = byKind((): Sum => [0, 0]);

  constructor(graph: GraphView) {
    this.#graph = graph;
    this.#touched = byKind((kind) => new Set(Array.from(graph.entries(kind), ([key]) => key)));
  }

  /** These elements were written. */
  touch(journal: readonly JournalEntry[]): void {
    for (const { kind, key } of journal) this.#touched[kind].add(key);
  }

  /** How many elements are to be hashed before the digest is known. */
  get backlog(): number {
    return KINDS.reduce((sum, kind) => sum + this.#touched[kind].size, 0);
  }

  /** Hashes at most so many elements of the backlog. */
  work(limit: number): void {
    let left = limit;
    for (const kind of KINDS) {
      for (const key of this.#touched[kind]) {
        if (left === 0) return;
        left -= 1;
        this.#touched[kind].delete(key);
        this.#update(kind, key);
      }
    }
  }

  /** The digest of the graph as it is now. */
  read(): Digest {
    this.work(Number.POSITIVE_INFINITY);
    return byKind((kind) => this.#part(kind));
  }

  #update(kind: Kind, key: string): void {
    const hashes = this.#hashes[kind];
    const before = hashes.get(key);
    const after = hashElement(this.#graph, kind, key);
    const sum = this.#sums[kind];
    sum[0] = (sum[0] - (before?.[0] ?? 0) + (after?.[0] ?? 0)) >>> 0;
    sum[1] = (sum[1] - (before?.[1] ?? 0) + (after?.[1] ?? 0)) >>> 0;
    if (after === undefined) hashes.delete(key);
    else hashes.set(key, after);
  }

  #part(kind: Kind): Digest[Kind] {
    const hash = this.#sums[kind].map((sum) => sum.toString(16).padStart(8, '0')).join('');
    return { count: this.#graph.count(kind), hash };
  }
}

/** What two digests differ in, one line for each kind; empty when they are the same. */
export function digestDifference(ours: Digest, theirs: Digest): string[] {
  return KINDS.filter((kind) => ours[kind].count !== theirs[kind].count || ours[kind].hash !== theirs[kind].hash).map(
    (kind) => `${kind}: ${partText(ours[kind])} here, ${partText(theirs[kind])} there`,
  );
}

function partText({ count, hash }: Digest[Kind]): string {
  return `${count} (${hash})`;
}

const TEXTS: { readonly [K in Kind]: (element: Elements[K]) => unknown } = {
  info: ({ title }) => [title ?? null],
  label: typeText,
  edgeType: typeText,
  view: inOrder,
  rule: inOrder,
  former: (former) => (former.was === 'name' ? [former.now] : former.types),
  node: ({ id, label, position, properties, locked }) => [
    id,
    label,
    position.x,
    position.y,
    sorted(properties),
    locked ?? false,
  ],
  edge: ({ id, type, source, target, properties }) => [id, type, source, target, sorted(properties)],
};

function hashElement<K extends Kind>(graph: GraphView, kind: K, key: string): Sum | undefined {
  const element = graph.get(kind, key);
  return element === undefined
    ? undefined
    : hashText(JSON.stringify(kind === 'former' ? [key, TEXTS[kind](element)] : TEXTS[kind](element)));
}

function typeText({ name, properties, style }: ElementType): unknown {
  const typed = Array.from(properties.values(), (property) => [property.name, property.type] as const);
  return [
    name,
    typed.sort(byFirst),
    style.color ?? null,
    style.icon ?? null,
    style.caption ?? null,
    style.size ?? null,
  ];
}

function sorted(properties: Properties): readonly (readonly [string, unknown])[] {
  return properties.size < 2 ? [...properties] : [...properties].sort(byFirst);
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** 64 bits of a text: two 32-bit hashes that mix every UTF-16 code unit (after cyrb53 by bryc, public domain). */
function hashText(text: string): Sum {
  let [h1, h2] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return [h1 >>> 0, h2 >>> 0];
}
