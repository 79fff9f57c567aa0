/**
 * The graph's labels and edge types, and what looks follow from, for the thousands of elements on the canvas. They change seldom; as a context they
 * cost an element nothing while other things in the store change, where each subscription would be asked every time.
 */
import { createContext, useContext } from 'react';
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { EdgeLookRules } from '../store/edge-look';
import type { LookRules } from '../store/node-look';
import { NO_RULES } from '../store/rule-looks';

export interface GraphTypes extends LookRules, EdgeLookRules {}

export const TypesContext = createContext<GraphTypes>({
  labels: new Map(),
  edgeTypes: new Map(),
  measure: undefined,
  ruled: NO_RULES,
});

export function useLabel(name: string): ElementType | undefined {
  return useContext(TypesContext).labels.get(foldName(name));
}
