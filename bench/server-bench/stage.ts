/** Server, relay and load, a process each. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { newRoom } from '../new-room';
import { Child } from './child';
import type { Place } from './clients';
import { usageSchema } from './usage';

export const TARGET_NAMES = ['kumiko', 'relay'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

export const startedSchema = z.object({ url: z.string() });
/** `delivered`: patches that have reached all clients of the load. */
export const writtenSchema = z.object({ delivered: z.number(), usage: usageSchema });
export const doneSchema = z.object({});

export interface Stage {
  readonly servers: Readonly<Record<TargetName, Child>>;
  readonly load: Child;
  readonly urls: Readonly<Record<TargetName, string>>;
  /** A directory of its own. */
  readonly dir: string;
  /** A new room, or the relay. */
  place(target: TargetName): Promise<Place>;
}

/** Runs something on a stage of its own, and clears it away. `flags` are Node's, for the servers. */
export async function onStage<T>(flags: readonly string[], run: (stage: Stage) => Promise<T>): Promise<T> {
  // Below the working directory rather than in /tmp, which on many machines is memory.
  mkdirSync('data', { recursive: true });
  const dataDir = mkdtempSync('data/bench-');
  const servers = {
    kumiko: new Child('kumiko-process.ts', [dataDir], flags),
    relay: new Child('relay-process.ts', [], flags),
  };
  const load = new Child('load-process.ts');
  try {
    const urls = {
      kumiko: (await servers.kumiko.ask(startedSchema)).url,
      relay: (await servers.relay.ask(startedSchema)).url,
    };
    const place = async (target: TargetName): Promise<Place> =>
      target === 'kumiko' ? newPlace(urls.kumiko) : { url: urls.relay };
    return await run({ servers, load, urls, dir: dataDir, place });
  } finally {
    await Promise.all([...Object.values(servers), load].map((child) => child.end()));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A new room of the server at `url`. */
export async function newPlace(url: string): Promise<Place> {
  const { room, key } = await newRoom(url);
  return { url: `${url}/parties/room/${room}`, key };
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
