/** Which of the saved views the person has before them. Nobody else's page changes with it. */
import type { ViewId } from '../shared/graph/saved-views';

export interface OpenViewSlice {
  /** The one whose page the panel of views shows; undefined: it lists them all. */
  readonly openView: ViewId | undefined;
  /** The one whose query is to be changed: the console takes it. */
  readonly viewToEdit: ViewId | undefined;
}

export const NO_OPEN_VIEW: OpenViewSlice = { openView: undefined, viewToEdit: undefined };
