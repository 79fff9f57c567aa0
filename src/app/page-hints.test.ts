// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';
import { onPageHint } from './page-hints';

/** Listens, and counts how often there was reason to look. */
function scene() {
  let looks = 0;
  const stop = onPageHint(() => {
    looks += 1;
  });
  onTestFinished(stop);
  return { stop, looks: () => looks };
}

function turnPage(hidden: boolean): void {
  const spy = vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
  spy.mockRestore();
}

test.each(['online', 'offline', 'pageshow'])('%s is a reason to look', (event) => {
  const { looks } = scene();
  window.dispatchEvent(new Event(event));
  expect(looks()).toBe(1);
});

test('the page that comes to the front is, the page that goes away is not', () => {
  const { looks } = scene();
  turnPage(true);
  expect(looks()).toBe(0);
  turnPage(false);
  expect(looks()).toBe(1);
});

test('nothing is, once it was stopped', () => {
  const { stop, looks } = scene();
  stop();
  for (const event of ['online', 'offline', 'pageshow']) window.dispatchEvent(new Event(event));
  turnPage(false);
  expect(looks()).toBe(0);
});
