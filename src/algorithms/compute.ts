/** Any algorithm: what it finds of each node. The same for the same task. */
import type { Algorithm } from './algorithms';
import { betweenness } from './betweenness';
import { coreNumbers } from './core-numbers';
import { degrees } from './degree';
import { communities, components, pageRanks } from './library-graph';
import type { Task } from './messages';
import { neighboursOf } from './neighbours';
import { rankedGroups } from './ranked-groups';
import { strongComponents } from './strong-components';

type Compute = (task: Task, onProgress: (done: number) => void) => Float64Array;

const COMPUTES: Readonly<Record<Algorithm, Compute>> = {
  degree: (task) => degrees(task, 'both'),
  'degree-in': (task) => degrees(task, 'in'),
  'degree-out': (task) => degrees(task, 'out'),
  pagerank: pageRanks,
  betweenness: (task, onProgress) => betweenness(neighboursOf(task, task.directed ? 'out' : 'both'), onProgress),
  'k-core': (task) => coreNumbers(neighboursOf(task, 'both')),
  communities: (task) => rankedGroups(communities(task)),
  components: (task) => rankedGroups(components(task)),
  'strong-components': (task) => rankedGroups(strongComponents(neighboursOf(task, 'out'))),
};

/** @param onProgress told now and then how much is done, from 0 to 1, by those who know */
export function compute(task: Task, onProgress: (done: number) => void = () => {}): Float64Array {
  return COMPUTES[task.algorithm](task, onProgress);
}
