/**
 * Places chosen by hand on the canvas, for what is shared across oceans: amid all who share it would be amid strangers.
 * They stand at sea, where their many lines fan out without covering the land. By key, as `keyOf` makes it.
 */
export const SEATS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  'Language/eng': { x: -1450, y: -330 },
  'Language/fra': { x: -1850, y: 400 },
  'Language/spa': { x: -3500, y: 330 },
  'Language/por': { x: -1850, y: 1250 },
  'Currency/USD': { x: -4350, y: 300 },
  'Currency/EUR': { x: -1650, y: -1500 },
  'Region/Americas': { x: -2900, y: 200 },
};
