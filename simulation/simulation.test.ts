/** Real sessions and a real room, in worlds where everything goes wrong. `npm run soak` plays more of them. */
import fc from 'fast-check';
import { onTestFinished, test, vi } from 'vitest';
import { arbitraryRun, arbitraryWorseRun } from './steps';
import { World } from './world';

/** What a session logs as an error is a lost step or a graph that differs: where no server forgets, that is a bug. */
function errorsThrow(but?: RegExp): void {
  const logged = vi.spyOn(console, 'error').mockImplementation((line) => {
    if (but?.test(String(line)) !== true) throw new Error(String(line));
  });
  onTestFinished(() => logged.mockRestore());
}

test('property: whatever breaks, all end with the same graph, and each patch took effect once', async () => {
  errorsThrow();
  await fc.assert(
    fc.asyncProperty(arbitraryRun, (steps) => new World().play(steps)),
    { numRuns: 2_000 },
  );
}, 600_000);

test('property: a server that is restored from an older backup, or made anew: what waits lands once, and all end alike', async () => {
  // A server that went back and on again may be at a tab's version with another graph: the digests tell, and it is mended.
  errorsThrow(/^Kumiko (holds another graph|lost step)/u);
  await fc.assert(
    fc.asyncProperty(arbitraryWorseRun, (steps) => new World().play(steps)),
    { numRuns: 300 },
  );
}, 600_000);
