/**
 * Checks all there is of a room against itself: the log has every version once, each with the outcome it was answered; it
 * can be replayed, and makes the graphs of the snapshots.
 *
 * What it cannot find is a change to a patch after the last snapshot by which the patch stays acceptable.
 */
import { applyPatch } from '../../src/shared/graph/apply-patch';
import { digestDifference, GraphDigest } from '../../src/shared/graph/digest';
import { Graph } from '../../src/shared/graph/graph';
import { compiledOps } from '../compiled-schemas';
import { unpackSnapshot } from '../packed-snapshot';
import type { LoggedPatch } from '../storage/storage';
import type { AdminPort, RoomFacts } from './admin-port';
import { patchesBetween } from './read-graph';
import { type AcceptedOutcomes, checkOutcomes } from './verify-outcomes';

export interface Verdict {
  /** What is wrong, a sentence each, without anything of the graph's content; empty when nothing is. */
  readonly findings: readonly string[];
  readonly checked: { readonly patches: number; readonly outcomes: number; readonly snapshots: number };
}

/** Where the replay has got to. */
interface Replay {
  readonly graph: Graph;
  readonly digest: GraphDigest;
  version: number;
}

/** @param facts read just now */
export async function verifyRoom(port: AdminPort, facts: RoomFacts): Promise<Verdict> {
  const findings: string[] = [];
  const accepted = await checkOutcomes(port, facts, findings);
  const graphs = await readSnapshots(port, facts, findings);
  const patches = await checkLog(port, facts, accepted, graphs, findings);
  const now = findings.length === 0 ? facts : await port.room(facts.id);
  // A running server shortened the log meanwhile: what was taken for missing was not.
  if (now !== undefined && now.firstVersion !== facts.firstVersion) return verifyRoom(port, now);
  return { findings, checked: { patches, outcomes: accepted.count, snapshots: graphs.size } };
}

/** By version. */
async function readSnapshots(port: AdminPort, facts: RoomFacts, findings: string[]): Promise<Map<number, Graph>> {
  const graphs = new Map<number, Graph>();
  for (const { version } of facts.snapshots) {
    const packed = await port.snapshot(facts.id, version);
    if (packed === undefined) continue; // A newer one took its place meanwhile.
    try {
      graphs.set(version, unpackSnapshot(packed).graph);
    } catch {
      findings.push(`The snapshot of version ${version} cannot be read.`);
    }
  }
  return graphs;
}

/** Returns how many patches were read. */
async function checkLog(
  port: AdminPort,
  facts: RoomFacts,
  accepted: AcceptedOutcomes,
  graphs: ReadonlyMap<number, Graph>,
  findings: string[],
): Promise<number> {
  let replay = begin(facts, graphs);
  if (replay === undefined) {
    findings.push(`The log begins at version ${facts.firstVersion}, and no readable snapshot leads up to it.`);
  }
  let expected = facts.firstVersion;
  let read = 0;
  for await (const patch of patchesBetween(port, facts.id, facts.firstVersion - 1, facts.version)) {
    read += 1;
    if (patch.version !== expected) {
      findings.push(missing(expected, patch.version - 1));
      replay = undefined;
    }
    expected = patch.version + 1;
    // After damage, or where the log was shortened, it goes on from the next snapshot.
    replay ??= replayFrom(graphs, patch.version - 1);
    if (replay !== undefined && replay.version >= patch.version) continue;
    const problem = replay && replayOne(replay, patch, accepted);
    if (problem !== undefined) findings.push(problem);
    if (problem !== undefined && replay?.version !== patch.version) replay = undefined;
    const snapshot = graphs.get(patch.version);
    if (replay !== undefined && snapshot !== undefined) {
      const difference = digestDifference(replay.digest.read(), new GraphDigest(snapshot).read());
      if (difference.length > 0) {
        findings.push(
          `The snapshot of version ${patch.version} is not what the log up to it makes (${difference.join('; ')}).`,
        );
      }
    }
  }
  if (expected <= facts.version) findings.push(missing(expected, facts.version));
  return read;
}

function missing(from: number, to: number): string {
  return from === to ? `Version ${from} is missing in the log.` : `Versions ${from} to ${to} are missing in the log.`;
}

/** From the beginning, or from the oldest snapshot that the log goes on from. */
function begin({ firstVersion }: RoomFacts, graphs: ReadonlyMap<number, Graph>): Replay | undefined {
  if (firstVersion === 1) return replayOf(new Graph(), 0);
  for (const [version, graph] of graphs) if (version >= firstVersion - 1) return replayOf(graph, version);
  return undefined;
}

function replayFrom(graphs: ReadonlyMap<number, Graph>, version: number): Replay | undefined {
  const graph = graphs.get(version);
  return graph && replayOf(graph, version);
}

/** The graph is changed by it. */
function replayOf(graph: Graph, version: number): Replay {
  return { graph, digest: new GraphDigest(graph), version };
}

/** Returns what is wrong with the patch, if anything is. When it could be applied, the replay has got to its version. */
function replayOne(replay: Replay, patch: LoggedPatch, accepted: AcceptedOutcomes): string | undefined {
  const { version, clientId, seq, ops } = patch;
  const parsed = parsedOps(ops);
  if (parsed === undefined) return `The patch of version ${version} cannot be read.`;
  const applied = applyPatch(replay.graph, parsed);
  if (applied.status === 'refused') return `The patch of version ${version} does not apply (${applied.code}).`;
  replay.digest.touch(applied.journal);
  replay.version = version;
  const outcome = accepted.byVersion.get(version);
  if (outcome === undefined) return undefined; // Said already.
  if (outcome.clientId !== clientId || outcome.seq !== seq) {
    return `Version ${version} was given to another patch than the one in the log.`;
  }
  if (outcome.detail !== JSON.stringify(applied.skipped)) {
    return `The patch of version ${version} was answered something else than what it does.`;
  }
  return undefined;
}

function parsedOps(ops: string) {
  try {
    return compiledOps.parse(JSON.parse(ops));
  } catch {
    return undefined;
  }
}
