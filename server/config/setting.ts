/** What a setting has besides its schema: what `--help` and docs/operating.md say of it. */
import { z } from 'zod';

/** In the order in which they are told. */
export const GROUPS = [
  'Where it is',
  'The way in',
  'Who gets in',
  'What is kept and told',
  'Limits of a graph',
  'Limits of the server',
  'Limits of a connection',
  'Limits of HTTP',
] as const;

interface About {
  readonly group: (typeof GROUPS)[number];
  /** One line, with no full stop at its end. */
  readonly description: string;
}

export const ABOUT = z.registry<About>();

/** Describes a setting's schema, which is then this setting's alone. */
export function setting<Schema extends z.ZodType>(group: About['group'], description: string, schema: Schema): Schema {
  ABOUT.add(schema, { group, description });
  return schema;
}
