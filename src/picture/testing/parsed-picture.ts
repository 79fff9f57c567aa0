import { expect } from 'vitest';

/** The document; fails unless it is well-formed XML. */
export function parsed(svg: string): Document {
  // Characters that XML cannot have, which the parser here would let pass.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
  expect(svg.isWellFormed()).toBe(true);
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  expect(document.documentElement.tagName).toBe('svg');
  return document;
}
