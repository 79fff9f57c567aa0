/** The console of the open graph, as its parts reach it. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ConsoleState, QueryConsole } from '../../console/query-console';
import { must } from '../../shared/assert';

export const ConsoleContext = createContext<QueryConsole | undefined>(undefined);

export function useConsole(): QueryConsole {
  return must(useContext(ConsoleContext), 'the console of this page');
}

/** A part of the console's state. */
export function useConsoleState<T>(select: (state: ConsoleState) => T): T {
  return useStore(useConsole().state, select);
}
