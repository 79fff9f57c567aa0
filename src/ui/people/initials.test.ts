import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['Quiet Heron', 'QH'],
  ['Bo', 'B'],
  [' ann  marie van dam ', 'AD'],
  ['Änne Öz', 'ÄÖ'],
  ['👩‍🚀 Ada', '👩‍🚀A'],
  ['組子', '組'],
  ['\u202eevil \u2069twin', 'ET'],
])('%j is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
