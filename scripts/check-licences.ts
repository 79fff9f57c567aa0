/**
 * Names every package that ships whose licence asks for more than to be named: `npx tsx scripts/check-licences.ts`.
 * What ships are the packages of the lock file that are not for development alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Licences that let anyone use, change and pass on, under any terms, as long as the authors are named. By SPDX id. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
]);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

const packageSchema = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

export interface ShippedPackage {
  /** Its place, such as `node_modules/zod`. */
  readonly path: string;
  readonly version: string;
  /** What it says itself, or else the lock file; `undefined` when neither does. */
  readonly licence: string | undefined;
}

/** What ships of a project, in the order of the lock file. */
export function shippedPackages(projectDir: string): ShippedPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(projectDir, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path !== '' && dev !== true && link !== true)
    .map(([path, { version = '?', license }]) => ({
      path,
      version,
      // Those for other systems are in the lock file alone.
      licence: ownLicence(join(projectDir, path, 'package.json')) ?? license,
    }));
}

function ownLicence(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { license, licenses } = packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (license !== undefined) return typeof license === 'string' ? license : license.type;
  return licenses?.map(({ type }) => type).join(' OR ');
}

/** Whether an SPDX expression of names, OR, AND and brackets lets us choose permissive licences alone. */
export function isPermissive(expression: string): boolean {
  const terms = expression.match(/[()]|[^\s()]+/g) ?? [];
  let next = 0;
  const takeIf = (term: string) => {
    if (terms[next]?.toUpperCase() !== term) return false;
    next += 1;
    return true;
  };
  const one = (): boolean => {
    if (!takeIf('(')) {
      const name = terms[next] ?? '';
      next += 1;
      return PERMISSIVE.has(name);
    }
    const inner = either();
    return takeIf(')') && inner;
  };
  const all = (): boolean => {
    let result = one();
    while (takeIf('AND')) result = one() && result;
    return result;
  };
  const either = (): boolean => {
    let result = all();
    while (takeIf('OR')) result = all() || result;
    return result;
  };
  const result = either();
  return result && next === terms.length;
}

/** A line for each package that ships under another licence; empty when all is well. */
export function licenceProblems(packages: readonly ShippedPackage[]): string[] {
  return packages
    .filter(({ licence }) => licence === undefined || !isPermissive(licence))
    .map(({ path, version, licence }) => `${path} ${version}: ${licence ?? 'no licence'}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = shippedPackages(fileURLToPath(new URL('..', import.meta.url)));
  const problems = licenceProblems(packages);
  for (const problem of problems) console.error(problem);
  console.log(`${packages.length} packages ship, ${problems.length} of them not under a permissive licence.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
