/** Checks the outcomes of a room's patches: every version was given once, and every client's numbers have no gap. */
import type { AdminPort, RoomFacts, StoredOutcome } from './admin-port';

export interface AcceptedOutcomes {
  /** Of all outcomes, also those of refused patches. */
  readonly count: number;
  readonly byVersion: ReadonlyMap<number, StoredOutcome>;
}

/** More of the same kind are counted, and not told one by one. */
const MOST_ALIKE = 10;

/** @param findings sentences about what is wrong are added */
export async function checkOutcomes(port: AdminPort, facts: RoomFacts, findings: string[]): Promise<AcceptedOutcomes> {
  const byVersion = new Map<number, StoredOutcome>();
  const twice: string[] = [];
  const gaps: string[] = [];
  let count = 0;
  let last = { clientId: '', seq: 0 };
  for await (const outcome of allOutcomes(port, facts.id)) {
    const { clientId, seq, version } = outcome;
    const expected = clientId === last.clientId ? last.seq + 1 : 1;
    if (seq !== expected) gaps.push(`Of client ${clientId}, the outcome of patch ${expected} is missing.`);
    if (version !== null && byVersion.has(version)) twice.push(`Version ${version} was given to two patches.`);
    if (version !== null) byVersion.set(version, outcome);
    count += 1;
    last = { clientId, seq };
  }
  const unknown: string[] = [];
  for (let version = 1; version <= facts.version; version += 1) {
    if (!byVersion.has(version)) unknown.push(`It is not known whose patch version ${version} is.`);
  }
  // What was ordered since the facts were read has newer versions: those are in the log by now.
  const { version: now } = (await port.room(facts.id)) ?? facts;
  const lost = Array.from(byVersion.keys())
    .filter((version) => version > now)
    .sort((a, b) => a - b)
    .map((version) => `Version ${version} was given to a patch, and is missing in the log.`);
  for (const alike of [twice, gaps, unknown, lost]) {
    findings.push(...alike.slice(0, MOST_ALIKE));
    if (alike.length > MOST_ALIKE) findings.push(`There are ${alike.length - MOST_ALIKE} more like that.`);
  }
  return { count, byVersion };
}

async function* allOutcomes(port: AdminPort, room: string): AsyncGenerator<StoredOutcome, void, undefined> {
  let after: Pick<StoredOutcome, 'clientId' | 'seq'> = { clientId: '', seq: 0 };
  for (;;) {
    const page = await port.outcomes(room, after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
