/** W3: compiled schemas take and refuse the same as those they were made of, with the same words and the same values. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { opsSchema } from '../src/shared/graph/ops';
import { arbitraryOps, testClientId } from '../src/shared/graph/ops.arbitrary';
import { clientMessageSchema } from '../src/shared/protocol/client-messages';
import { TEST_SECRET } from '../src/shared/testing/test-client-ids';
import { compiledClientMessage, compiledOps } from './compiled-schemas';
import { jsonText, leaf, placesIn, replaceAt, treeOf } from './testing/json-tree';
import { ANYONE } from './testing/people';

/** JSON that is something else than what it takes the place of, or nearly the same. */
const ODD = ['null', '-0', '1e999', '0.5', '""', '"id"', '"__proto__"', '"a  b"', '"\\ud800"', '[]', '{}', 'true'];
const ODD_FIELDS = ['"__proto__":1', '"extra":1', '"toString":"x"'];

/** A value's JSON as it is, or with one part of it replaced, or given a field more. */
function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const odd = fc.option(fc.constantFrom(...ODD, ...ODD_FIELDS.map((field) => `{${field}}`)));
  return fc.tuple(value, odd, fc.nat()).map(([given, text, at]) => {
    const tree = treeOf(given);
    const places = placesIn(tree);
    const place = places[at % places.length];
    if (text === null || place === undefined) return jsonText(tree);
    const whole = place.tree.kind === 'object' && place.tree.entries.length > 0 ? jsonText(place.tree) : undefined;
    const isField = text.startsWith('{"') && whole !== undefined;
    return jsonText(replaceAt(tree, place.path, leaf(isField ? `${text.slice(0, -1)},${whole.slice(1)}` : text)));
  });
}

const messages = fc.oneof(
  arbitraryOps.map((ops) => ({ type: 'patch', patches: [{ seq: 1, ops }] })),
  fc.constantFrom(
    { type: 'ping' },
    {
      type: 'hello',
      protocolVersion: 3,
      clientId: testClientId(1),
      clientSecret: TEST_SECRET,
      person: ANYONE,
      roomEpoch: 'x',
      lastVersion: 3,
    },
    { type: 'presence', cursor: { x: 1, y: 2 } },
    { type: 'presence', viewport: { x: 1, y: 2, zoom: 0.5 } },
    { type: 'person', person: ANYONE },
  ),
);

test.each<[string, z.ZodType, z.ZodType, fc.Arbitrary<unknown>]>([
  ['ops', compiledOps, opsSchema, arbitraryOps],
  ['messages', compiledClientMessage, clientMessageSchema, messages],
])('%s', (_, compiled, plain, values) => {
  const seen = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(spoilt(values), (json) => {
      const [ours, theirs] = [compiled.safeParse(JSON.parse(json)), plain.safeParse(JSON.parse(json))];
      seen[theirs.success ? 'taken' : 'refused'] += 1;
      expect(isDeepStrictEqual(ours.data, theirs.data)).toBe(true);
      expect(isDeepStrictEqual(ours.error?.issues, theirs.error?.issues)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
});
