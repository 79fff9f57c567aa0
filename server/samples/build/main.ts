/** Builds the sample graphs into `../data` from the installed packages. */
import { buildLesMiserables } from './les-miserables/graph';
import { buildWorld } from './world/graph';
import { writeSample } from './write-sample';

for (const build of [buildWorld, buildLesMiserables]) console.log(writeSample(build()));
