/** Reading the source data from the packages installed beside this file. */
import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseJson } from '../../../src/shared/protocol/parse';

/**
 * Reads a JSON file of an installed package, such as `world-countries/countries.json`.
 * @throws Error in words when the packages are not installed, or the file is not what the schema says
 */
export function readPackageJson<T>(schema: z.ZodType<T>, path: string): T {
  const url = new URL(`./node_modules/${path}`, import.meta.url);
  if (!existsSync(url)) throw new Error(`${path} is missing. Run "npm ci" in server/samples/build first.`);
  const parsed = parseJson(schema, readFileSync(url, 'utf8'));
  if (!parsed.ok) throw new Error(`${path} is not as expected: ${parsed.reason}`);
  return parsed.value;
}
