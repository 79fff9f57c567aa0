/**
 * The graph's labels and edge types for the thousands of elements on the canvas. They change seldom; as a context they
 * cost an element nothing while other things in the store change, where each subscription would be asked every time.
 */
import { createContext, useContext } from 'react';
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';

export interface GraphTypes {
  readonly labels: ReadonlyMap<string, ElementType>;
  readonly edgeTypes: ReadonlyMap<string, ElementType>;
}

export const TypesContext = createContext<GraphTypes>({ labels: new Map(), edgeTypes: new Map() });

export function useLabel(name: string): ElementType | undefined {
  return useContext(TypesContext).labels.get(foldName(name));
}

export function useEdgeType(name: string): ElementType | undefined {
  return useContext(TypesContext).edgeTypes.get(foldName(name));
}
