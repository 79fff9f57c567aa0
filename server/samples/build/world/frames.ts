/**
 * The parts of the map, as an atlas has pages: each in a scale that gives its countries room, and set on the canvas by
 * hand roughly where it is on the globe. Drawn to one scale, Europe and the Caribbean would push all else off the map.
 */
import type { Country } from './countries';

export interface Frame {
  readonly holds: (country: Country) => boolean;
  /** Longitude and latitude of the middle. */
  readonly middle: readonly [number, number];
  /** Pixels a degree of latitude. */
  readonly scale: number;
  /** Where the outline's middle is set on the canvas. */
  readonly at: { readonly x: number; readonly y: number };
}

const inRegion = (region: string) => (country: Country) => country.region === region;
const inSubregion = (subregion: string) => (country: Country) => country.subregion === subregion;

/** A country is in the first frame that holds it. */
export const FRAMES: readonly Frame[] = [
  { holds: inRegion('Asia'), middle: [85, 45], scale: 32, at: { x: 2950, y: -1000 } },
  {
    // The United States' outlying islands count as North America, but nearly all are amid the Pacific.
    holds: (country) => country.region === 'Oceania' || country.code === 'UMI',
    middle: [165, -40],
    scale: 24,
    at: { x: 3100, y: 1300 },
  },
  { holds: inSubregion('North America'), middle: [-85, 45], scale: 20, at: { x: -3150, y: -1750 } },
  { holds: inSubregion('Central America'), middle: [-85, 14], scale: 60, at: { x: -4000, y: -550 } },
  { holds: inSubregion('Caribbean'), middle: [-70, 17], scale: 48, at: { x: -2600, y: -500 } },
  { holds: inSubregion('South America'), middle: [-62, -20], scale: 24, at: { x: -2850, y: 1250 } },
  { holds: inRegion('Europe'), middle: [12, 52], scale: 50, at: { x: 0, y: -1700 } },
  { holds: inRegion('Africa'), middle: [18, 0], scale: 28, at: { x: 50, y: 850 } },
  { holds: inRegion('Antarctic'), middle: [20, -65], scale: 12, at: { x: 100, y: 2420 } },
];

/**
 * Longitude and latitude, by country code, where the source's would mislead: a middle in Siberia or on the ice cap says
 * little about whose neighbour one is, and islands far out at sea are brought nearer, as atlases do.
 */
export const PLACED_AT: Readonly<Record<string, readonly [number, number]>> = {
  RUS: [46, 57],
  GRL: [-52, 66],
  SJM: [18, 71],
  ATA: [20, -75],
  IOT: [63, -8],
  SHN: [-1, -12],
  CCK: [112, -16],
  CXR: [118, -8],
};
