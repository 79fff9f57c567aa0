/** Plays simulated worlds until the given minutes are over: `npm run soak -- [minutes] [seed]`. */
import fc from 'fast-check';
import { arbitraryRun } from './steps';
import { World } from './world';

const [minutes = '10', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const end = performance.now() + Number(minutes) * 60_000;
console.error = (line: unknown) => {
  throw new Error(String(line));
};

let worlds = 0;
for (let next = Number(seed); performance.now() < end; next++) {
  await fc.assert(
    fc.asyncProperty(arbitraryRun, (steps) => new World().play(steps)),
    { numRuns: 100, seed: next },
  );
  worlds += 100;
  console.info(`${worlds} worlds of 200 steps each, all sound; last seed ${next}`);
}
