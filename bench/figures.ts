/** What all benchmarks report, and how they come to it. */
export interface BenchRow {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

/** @param at the share of values below it: 0.5 is the median, 0.95 the p95 */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** @param bytes may be negative */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
