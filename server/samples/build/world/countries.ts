/** The countries as the package `world-countries` has them, checked and tidied. */
import { z } from 'zod';
import { must } from '../../../../src/shared/assert';
import { readPackageJson } from '../source';

const named = z.object({ name: z.string().min(1), symbol: z.string().min(1) });

const rawCountries = z.array(
  z.object({
    cca3: z.string().length(3),
    ccn3: z.string(),
    name: z.object({ common: z.string().min(1), official: z.string().min(1) }),
    capital: z.array(z.string().min(1)),
    flag: z.string(),
    area: z.number(),
    latlng: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]),
    independent: z.boolean().nullable(),
    unMember: z.boolean(),
    landlocked: z.boolean(),
    region: z.string().min(1),
    subregion: z.string(),
    borders: z.array(z.string().length(3)),
    languages: z.record(z.string(), z.string().min(1)),
    // Where there are none, the package has an empty list instead of an empty object.
    currencies: z.union([z.record(z.string(), named), z.array(z.never()).transform(() => ({}))]),
  }),
);
type RawCountry = z.infer<typeof rawCountries>[number];

/** A country; what the source does not know is left out. Other things are referred to by their codes. */
export interface Country {
  readonly code: string;
  readonly isoNumber: number | undefined;
  readonly name: string;
  readonly officialName: string;
  readonly capital: string | undefined;
  readonly flag: string | undefined;
  /** Square kilometres. */
  readonly area: number | undefined;
  readonly latitude: number;
  readonly longitude: number;
  readonly independent: boolean | undefined;
  readonly unMember: boolean;
  readonly landlocked: boolean;
  readonly region: string;
  readonly subregion: string | undefined;
  readonly borders: readonly string[];
  readonly languages: readonly string[];
  readonly currencies: readonly string[];
}

export interface Currency {
  readonly name: string;
  readonly symbol: string;
}

export interface World {
  readonly countries: readonly Country[];
  /** Names by ISO 639-3 code. */
  readonly languages: ReadonlyMap<string, string>;
  /** By ISO 4217 code, or what stands in for one. */
  readonly currencies: ReadonlyMap<string, Currency>;
}

/** Reads the package. Everything is in the order of its code, so that the outcome does not hang on the package's. */
export function readWorld(): World {
  const raw = readPackageJson(rawCountries, 'world-countries/countries.json').sort((a, b) => compare(a.cca3, b.cca3));
  const bordersOf = new Map(raw.map((country) => [country.cca3, new Set(country.borders)]));
  return {
    countries: raw.map((country) => tidyCountry(country, bordersOf)),
    languages: agreed(raw, (country) => Object.entries(country.languages)),
    currencies: agreed(raw, (country) =>
      Object.entries(country.currencies).map(([code, { name, symbol }]): [string, Currency] => [
        code,
        { name: name.charAt(0).toUpperCase() + name.slice(1), symbol: symbol.trim().replace(/\s+/g, ' ') },
      ]),
    ),
  };
}

function tidyCountry(raw: RawCountry, bordersOf: ReadonlyMap<string, ReadonlySet<string>>): Country {
  return {
    code: raw.cca3,
    isoNumber: raw.ccn3 === '' ? undefined : Number.parseInt(raw.ccn3, 10),
    name: raw.name.common,
    officialName: raw.name.official,
    capital: raw.capital.length === 0 ? undefined : raw.capital.join(', '),
    flag: raw.flag === '' ? undefined : raw.flag,
    area: raw.area < 0 ? undefined : raw.area,
    latitude: raw.latlng[0],
    longitude: raw.latlng[1],
    independent: raw.independent ?? undefined,
    unMember: raw.unMember,
    landlocked: raw.landlocked,
    region: raw.region,
    subregion: raw.subregion === '' ? undefined : raw.subregion,
    // A border is one that both sides know of: the package has Sri Lanka bordering on India, across the sea, but not back.
    borders: raw.borders.filter((other) => bordersOf.get(other)?.has(raw.cca3)).sort(compare),
    languages: Object.keys(raw.languages).sort(compare),
    currencies: Object.keys(raw.currencies).sort(compare),
  };
}

/** Countries spell the same thing in different ways: the most common way counts, between equals the largest country's. */
function agreed<T>(raw: readonly RawCountry[], entriesOf: (country: RawCountry) => [string, T][]): Map<string, T> {
  const ways = new Map<string, Map<string, { value: T; count: number; area: number }>>();
  for (const country of raw) {
    for (const [code, value] of entriesOf(country)) {
      const spelt = JSON.stringify(value);
      const ofCode = ways.get(code) ?? new Map<string, { value: T; count: number; area: number }>();
      const way = ofCode.get(spelt) ?? { value, count: 0, area: 0 };
      ofCode.set(spelt, { value, count: way.count + 1, area: Math.max(way.area, country.area) });
      ways.set(code, ofCode);
    }
  }
  const best = Array.from(ways, ([code, ofCode]): [string, T] => {
    const [first] = [...ofCode.values()].sort((a, b) => b.count - a.count || b.area - a.area);
    return [code, must(first, `a spelling of ${code}`).value];
  });
  return new Map(best.sort(([a], [b]) => compare(a, b)));
}

/** Order by code unit: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
