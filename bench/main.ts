/**
 * `npm run bench [replica|engine|algorithms|server|floods|canvas|drag|join|memory|profile|search|views …]`: prints the figures, all or those that are named.
 *  - replica: what a remote patch costs a tab that has many of its own pending
 *  - engine: what the tab's database costs
 *  - algorithms: each beside graphology and the tab's database
 *  - server: throughput, CPU and latency beside a bare relay
 *  - floods: what others notice while someone floods the server; takes minutes
 *  - canvas: what a person waits for
 *  - drag: frames while 500 nodes are dragged and others edit, beside bare React Flow
 *  - join: bytes and time until a large graph is there
 *  - memory: of the server and of a tab, while patches go through them; takes minutes
 *  - profile: where the server's time goes
 *  - search: from a key to what is found, beside looking through all texts and beside Kuzu's full-text index
 *  - views: from an edit to the new answer of a saved view, and the console's way to the database and back
 */

import { benchAlgorithms } from './algorithms-bench';
import { benchCanvas } from './canvas-bench';
import { benchDrag } from './drag-bench';
import { benchEngine } from './engine-bench';
import type { BenchRow } from './figures';
import { benchFloods } from './floods-bench';
import { benchJoin } from './join-bench';
import { benchMemory } from './memory-bench';
import { benchProfile } from './profile-bench';
import { benchReplica } from './replica-bench';
import { benchSearch } from './search-bench';
import { benchServer } from './server-bench';
import { benchTabMemory } from './tab-memory-bench';
import { benchViews } from './views-bench';

const BENCHES: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  replica: benchReplica,
  engine: benchEngine,
  algorithms: benchAlgorithms,
  server: benchServer,
  floods: () => benchFloods(),
  canvas: benchCanvas,
  drag: benchDrag,
  join: benchJoin,
  memory: async () => [...(await benchMemory()), ...(await benchTabMemory())],
  profile: benchProfile,
  search: benchSearch,
  views: benchViews,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (named.length === 0 || named.includes(name)) rows.push(...(await bench()));
}
console.table(Object.fromEntries(rows.map(({ name, value, note = '' }) => [name, { value, note }])));
