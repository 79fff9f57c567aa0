/** What can happen in a simulated world. A run is a list of these; fast-check makes them, and makes them fewer. */
import fc from 'fast-check';
import type { Op } from '../src/shared/graph/ops';
import { arbitraryOps } from '../src/shared/graph/ops.arbitrary';
import type { CrashPoint } from './server';

/** Tabs 0 and 1 are in one browser, tab 2 in another. */
export const TABS = 3;

/** What happens to one tab or its connection. */
export type TabStep =
  /** Frames move, so many at a time, one way. */
  | { readonly do: 'to server' | 'to tab'; readonly tab: number; readonly frames: number; readonly twice: boolean }
  | { readonly do: 'connect'; readonly tab: number }
  /** The connection breaks; who hears of it first? */
  | { readonly do: 'break'; readonly tab: number; readonly known: 'to both' | 'to tab' | 'to server' }
  /** What the tab noted is written down. */
  | { readonly do: 'keep'; readonly tab: number }
  | { readonly do: 'adopt'; readonly tab: number }
  /** The person gives up what is pending. */
  | { readonly do: 'give up'; readonly tab: number }
  /** The server takes only so many more patches on this connection for now. */
  | { readonly do: 'limit'; readonly tab: number; readonly patches: number }
  /** The network takes nothing more from the server; or takes all that waited. */
  | { readonly do: 'clog'; readonly tab: number }
  | { readonly do: 'drain'; readonly tab: number };

export type Step =
  | TabStep
  | { readonly do: 'edit'; readonly tab: number; readonly ops: readonly Op[] }
  /** An owner lets the person of a tab view only, or edit again. */
  | { readonly do: 'grant'; readonly tab: number; readonly role: 'viewer' | 'editor' }
  /** The tab goes, and another is opened in its place. */
  | { readonly do: 'close'; readonly tab: number; readonly crash: boolean }
  /** The server stores and tells what waits. */
  | { readonly do: 'commit' }
  | { readonly do: 'crash'; readonly at: CrashPoint }
  | { readonly do: 'wait'; readonly milliseconds: number }
  /** The server loses the last so many versions; if that is all, the room is made anew. */
  | { readonly do: 'go back'; readonly versions: number };

const tab = fc.nat({ max: TABS - 1 });
const one = <const T>(value: T) => fc.constant(value);

export const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: one('edit'), tab, ops: arbitraryOps }) },
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constantFrom('to server' as const, 'to tab' as const),
      tab,
      frames: fc.integer({ min: 1, max: 4 }),
      twice: fc.boolean(),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: one('commit') }) },
  { weight: 6, arbitrary: fc.record({ do: one('connect'), tab }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: one('break'),
      tab,
      known: fc.constantFrom('to both' as const, 'to tab' as const, 'to server' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: one('crash'),
      at: fc.constantFrom('before storing' as const, 'before telling' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: one('keep'), tab }) },
  { weight: 1, arbitrary: fc.record({ do: one('close'), tab, crash: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: one('adopt'), tab }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: one('grant'), tab, role: fc.constantFrom('viewer' as const, 'editor' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: one('wait'), milliseconds: fc.integer({ min: 1, max: 6_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: one('give up'), tab }) },
  { weight: 1, arbitrary: fc.record({ do: one('limit'), tab, patches: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ do: one('clog'), tab }) },
  { weight: 1, arbitrary: fc.record({ do: one('drain'), tab }) },
);

/** With servers that lose what they acknowledged. */
const arbitraryWorseStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: arbitraryStep },
  {
    weight: 1,
    arbitrary: fc.record({ do: one('go back'), versions: fc.oneof(fc.nat({ max: 6 }), one(1_000)) }),
  },
);

/** Steps in a run. */
const LENGTH = 200;
const anyLength = fc.array(arbitraryStep, { maxLength: LENGTH });

/** Runs of 200 steps, of which a failing one is made as short as it can be: fast-check's own would keep its length. */
class Runs extends fc.Arbitrary<Step[]> {
  readonly #long: fc.Arbitrary<Step[]>;

  constructor(step: fc.Arbitrary<Step>) {
    super();
    this.#long = fc.array(step, { minLength: LENGTH, maxLength: LENGTH });
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Step[]> {
    return new fc.Value(this.#long.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Step[] {
    return Array.isArray(value);
  }

  override shrink(value: Step[]): fc.Stream<fc.Value<Step[]>> {
    return anyLength.shrink(value, undefined).map((shorter) => new fc.Value(shorter.value, undefined));
  }
}

export const arbitraryRun: fc.Arbitrary<Step[]> = new Runs(arbitraryStep);
export const arbitraryWorseRun: fc.Arbitrary<Step[]> = new Runs(arbitraryWorseStep);
