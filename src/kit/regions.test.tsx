// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { goToRegion, REGION } from './regions';

const here = () => document.activeElement?.getAttribute('aria-label');

test('the keyboard goes from region to region and around, past those that are not shown', () => {
  render(
    <>
      <nav {...REGION} aria-label="bar" />
      <aside {...REGION} aria-label="hidden" ref={(element) => void (element && hide(element))} />
      <section {...REGION} aria-label="canvas">
        <button type="button">node</button>
      </section>
    </>,
  );
  goToRegion(1);
  expect(here()).toBe('bar');
  goToRegion(1);
  expect(here()).toBe('canvas');
  goToRegion(1);
  expect(here()).toBe('bar');
  goToRegion(-1);
  expect(here()).toBe('canvas');
  screen.getByRole('button', { name: 'node' }).focus();
  goToRegion(-1);
  expect(here()).toBe('bar');
});

/** There is no layout here: nothing has a box unless it is said to. */
function hide(element: HTMLElement): void {
  element.getClientRects = () => Object.assign([], { item: () => null });
}
