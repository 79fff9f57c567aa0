/** The sample graphs: files of patches, which fill a new room through the same door as everyone's edits. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { Graph } from '../src/shared/graph/graph';
import { parseJson } from '../src/shared/protocol/parse';
import { type Sample, sampleSchema } from './samples/sample';
import { StartupError } from './startup-error';

/** A sample, and how many nodes and edges its graph has. */
export interface CountedSample extends Sample {
  readonly nodes: number;
  readonly edges: number;
}

/**
 * Reads the samples of a directory, by id, in the order of their titles; none when there is no such directory.
 * @throws StartupError when a file is not a sample, or its patches do not go together
 */
export function readSamples(directory: string): ReadonlyMap<string, CountedSample> {
  if (!existsSync(directory)) return new Map();
  const names = readdirSync(directory).filter((name) => name.endsWith('.json'));
  const samples = names.map((name) => readSample(join(directory, name)));
  samples.sort((a, b) => a.title.localeCompare(b.title, 'en'));
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  if (byId.size < samples.length) throw new StartupError(`Two samples in ${directory} have the same id.`);
  return byId;
}

function readSample(file: string): CountedSample {
  const parsed = parseJson(sampleSchema, readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new StartupError(`The sample ${file} is not valid. ${parsed.reason}`);
  const graph = new Graph();
  for (const [index, patch] of parsed.value.patches.entries()) {
    const outcome = applyPatch(graph, patch);
    if (outcome.status === 'refused') {
      throw new StartupError(`Patch ${index} of the sample ${file} is refused. ${outcome.reason}`);
    }
  }
  return { ...parsed.value, nodes: graph.count('node'), edges: graph.count('edge') };
}
