/**
 * The key that an address carries: `/g/<room>#key=<key>`. It is taken out of the address as soon as the page is opened, so
 * that copying the address, or showing one's screen, gives nothing away; reloading the page works all the same.
 */
import { z } from 'zod';
import { linkKeySchema } from '../../shared/protocol/links';
import { parseWith } from '../../shared/protocol/parse';

const stateSchema = z.looseObject({ kumikoKey: linkKeySchema.optional() });

type Place = Pick<Location, 'hash' | 'pathname' | 'search'>;
type Entries = Pick<History, 'state' | 'replaceState'>;

/** The key that is in an address; undefined when there is none that could be one. */
export function keyInAddress({ hash }: Pick<Location, 'hash'>): string | undefined {
  const parsed = linkKeySchema.safeParse(new URLSearchParams(hash.slice(1)).get('key'));
  return parsed.success ? parsed.data : undefined;
}

/** The key that this entry of the tab's history was opened with, if it was taken out of its address. */
export function keyInHistory({ state }: Pick<History, 'state'>): string | undefined {
  const parsed = parseWith(stateSchema, state);
  return parsed.ok ? parsed.value.kumikoKey : undefined;
}

/** Takes the key out of the address and into the history's entry. Where that cannot be, it stays where it is. */
export function takeKeyOutOfAddress(place: Place, history: Entries): void {
  const key = keyInAddress(place);
  if (key === undefined) return;
  const before = parseWith(stateSchema, history.state);
  const state = { ...(before.ok ? before.value : {}), kumikoKey: key };
  try {
    history.replaceState(state, '', `${place.pathname}${place.search}`);
  } catch (error) {
    console.info('This browser does not let the page take the key out of its address.', error);
  }
}

/**
 * Calls back when another link to the same graph was put into the address line: browsers do not load the page anew for it.
 * @returns stops it
 */
export function onLinkPasted(open: () => void): () => void {
  const look = () => {
    if (keyInAddress(window.location) !== undefined) open();
  };
  window.addEventListener('hashchange', look);
  return () => window.removeEventListener('hashchange', look);
}

/** The address by which a link opens a graph. */
export function addressWithKey(origin: string, room: string, key: string): string {
  return `${origin}/g/${room}#key=${key}`;
}
