/** Characters of Les Misérables and how often they appear together, as the package `vega-datasets` has them. */
import { z } from 'zod';
import { must } from '../../../../src/shared/assert';
import { readPackageJson } from '../source';

const index = z.int().min(0);

const rawNetwork = z.object({
  nodes: z.array(z.object({ name: z.string().min(1), group: index })),
  links: z.array(z.object({ source: index, target: index, value: z.int().min(1) })),
});

export interface Character {
  /** As the source spells it: what its ids come from. */
  readonly key: string;
  readonly name: string;
  /** The number of the community found by Newman's method. */
  readonly group: number;
}

export interface Meeting {
  readonly source: Character;
  readonly target: Character;
  /** How often the two are together in a chapter. */
  readonly weight: number;
}

export interface Cast {
  readonly characters: readonly Character[];
  readonly meetings: readonly Meeting[];
}

export function readCast(): Cast {
  const { nodes, links } = readPackageJson(rawNetwork, 'vega-datasets/data/miserables.json');
  const characters = nodes.map(({ name, group }): Character => ({ key: name, name: spacedOut(name), group }));
  const character = (i: number) => must(characters[i], `character ${i}`);
  return {
    characters,
    meetings: links.map(({ source, target, value }) => ({
      source: character(source),
      target: character(target),
      weight: value,
    })),
  };
}

/** The source writes names without spaces: `Mlle.Baptistine`, `MotherInnocent`, `CountessdeLo`, `Child1`. */
function spacedOut(name: string): string {
  return name
    .replace(/de(?=[A-Z])/, ' de ')
    .replace(/\.(?=\S)/, '. ')
    .replace(/(?<=[a-z])(?=[A-Z0-9])/g, ' ')
    .replace(/\s+/g, ' ');
}
