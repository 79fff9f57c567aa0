/** The saved views of the open graph as its page has them: what they came to, and asking one that takes long. */
import { createContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { ViewId } from '../shared/graph/saved-views';
import type { ViewAnswer } from './view-answer';

export interface ViewAnswers {
  /** Of the views that are kept true now. */
  readonly answers: ReadonlyMap<ViewId, ViewAnswer>;
  /** Those that take long and are being asked all the same. */
  readonly running: ReadonlySet<ViewId>;
}

export const NO_ANSWERS: ViewAnswers = { answers: new Map(), running: new Set() };

export interface KeptViews {
  readonly state: StoreApi<ViewAnswers>;
  /** Asks once, however long it takes. What comes of it is true to the graph as it was then. */
  runNow(id: ViewId): Promise<void>;
}

export const ViewsContext = createContext<KeptViews | undefined>(undefined);
