/** The algorithms one can run on a graph, and what is peculiar to each. */
export const ALGORITHMS = [
  'degree',
  'degree-in',
  'degree-out',
  'pagerank',
  'betweenness',
  'k-core',
  'communities',
  'components',
  'strong-components',
] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface Traits {
  /** What it says of a node: a number that can be compared, or which group it is in. */
  readonly finds: 'scores' | 'groups';
  /** Its numbers are whole ones, as long as edges are not weighted. */
  readonly whole: boolean;
  /** Whether one can choose if it matters which way edges lead. Of the others, it matters to some and not to others. */
  readonly choosesDirection: boolean;
  /** Whether some edges can count more than others. */
  readonly takesWeights: boolean;
}

const FIXED = { choosesDirection: false, takesWeights: false } as const;
const CHOSEN = { choosesDirection: true, takesWeights: true } as const;

export const TRAITS: Readonly<Record<Algorithm, Traits>> = {
  degree: { ...FIXED, finds: 'scores', whole: true, takesWeights: true },
  'degree-in': { ...FIXED, finds: 'scores', whole: true, takesWeights: true },
  'degree-out': { ...FIXED, finds: 'scores', whole: true, takesWeights: true },
  pagerank: { ...CHOSEN, finds: 'scores', whole: false },
  betweenness: { ...FIXED, finds: 'scores', whole: false, choosesDirection: true },
  'k-core': { ...FIXED, finds: 'scores', whole: true },
  communities: { ...CHOSEN, finds: 'groups', whole: true },
  components: { ...FIXED, finds: 'groups', whole: true },
  'strong-components': { ...FIXED, finds: 'groups', whole: true },
};

/** People think of communities as of those who have to do with each other, whoever began. */
export function isUsuallyDirected(algorithm: Algorithm): boolean {
  return TRAITS[algorithm].finds === 'scores';
}

/** Those that styling rules can go by: they run again as the graph changes, which betweenness takes too long for. */
export const RULE_ALGORITHMS: readonly Algorithm[] = ALGORITHMS.filter((each) => each !== 'betweenness');
