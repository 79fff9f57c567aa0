/** `npm run bench [replica|engine|server|canvas …]`: prints the figures, all or those that are named. */

import { benchCanvas } from './canvas-bench';
import { benchEngine } from './engine-bench';
import type { BenchRow } from './figures';
import { benchReplica } from './replica-bench';
import { benchServer } from './server-bench';

const BENCHES: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  replica: benchReplica,
  engine: benchEngine,
  server: benchServer,
  canvas: benchCanvas,
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
