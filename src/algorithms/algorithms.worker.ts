/** The worker that computes: one task, one answer, and word of its progress. It is ended from outside when nobody waits. */
import { compute } from './compute';
import { type Answer, parseTask } from './messages';

/** Milliseconds between words of progress. */
const PAUSE = 100;

const say = (answer: Answer) => self.postMessage(answer);

self.addEventListener('message', ({ data }) => {
  let said = performance.now();
  const values = compute(parseTask(data), (done) => {
    const now = performance.now();
    if (now - said < PAUSE) return;
    said = now;
    say({ is: 'progress', done });
  });
  say({ is: 'values', values });
});
