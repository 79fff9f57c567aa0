/** What a legend tells, on the page and beneath a picture: words, and a sample of what they mean. */

export interface LegendEntry {
  readonly words: string;
  /** Undefined where the words say all. */
  readonly sample: LegendSample | undefined;
}

export type LegendSample =
  | { readonly kind: 'color'; readonly color: string }
  | { readonly kind: 'icon'; readonly icon: string }
  | { readonly kind: 'values'; readonly values: readonly ToldValue[] }
  | ScaleSample;

/** From the least number to the most: as colours, as sizes of cards or as thickness of lines. */
export type ScaleSample = { readonly ticks: Ticks } & (
  | { readonly kind: 'ramp'; readonly colors: readonly string[] }
  | { readonly kind: 'cards' | 'lines'; readonly marks: readonly Mark[] }
);

/** The least number, that in the middle of the scale, and the most. */
type Ticks = readonly [string, string, string];

interface Mark {
  readonly width: number;
  readonly height: number;
}

export interface ToldValue {
  readonly words: string;
  /** Undefined for words on all other values. */
  readonly color: string | undefined;
}
