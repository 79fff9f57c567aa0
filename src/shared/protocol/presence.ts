/**
 * What the others may see of what someone is doing just now. Not versioned and not stored: the latest state counts.
 * A message names only the fields that changed since the sender's last one.
 */
import { z } from 'zod';
import type { Role } from '../access';
import { edgeIdSchema, nameSchema, nodeIdSchema, positionSchema } from '../graph/field-schemas';
import { LIMITS } from '../limits';
import type { Person } from './person';

/** The closest that a view may be said to be, far beyond what any canvas offers. */
const MOST_ZOOM = 100;

const ids = <T extends z.ZodType>(id: T) => z.array(id).max(LIMITS.presenceItems);

export const presenceStateSchema = z.strictObject({
  /** Where the pointer is on the canvas, in canvas units; `null` when it is not on the canvas. */
  cursor: positionSchema.nullable(),
  /** What is selected, or the first `LIMITS.presenceItems` of it. */
  selection: z.strictObject({ nodes: ids(nodeIdSchema), edges: ids(edgeIdSchema) }),
  /** Nodes being dragged, and where they are just now. Only the drop is a patch. */
  drag: ids(z.strictObject({ nodeId: nodeIdSchema, position: positionSchema })),
  /** The property being edited; `null` when none is. */
  editing: z
    .strictObject({ on: z.enum(['node', 'edge']), id: z.union([nodeIdSchema, edgeIdSchema]), key: nameSchema })
    .nullable(),
  /** What is seen: the middle of the view in canvas units, and its scale, 1 for 100 %; `null` when no canvas is seen. */
  viewport: positionSchema.extend({ zoom: z.number().positive().max(MOST_ZOOM) }).nullable(),
});

/** What someone sees of the canvas. */
export type SeenView = NonNullable<PresenceState['viewport']>;

/** All that the others see of someone. */
export type PresenceState = z.infer<typeof presenceStateSchema>;

/** The fields that changed. */
export const presenceChangeSchema = presenceStateSchema.partial();
export type PresenceChange = z.infer<typeof presenceChangeSchema>;

/** What someone who has just come is doing. */
export const NO_PRESENCE: PresenceState = {
  cursor: null,
  selection: { nodes: [], edges: [] },
  drag: [],
  editing: null,
  viewport: null,
};

/** Someone else in the same graph, and what they are doing. Each tab is one. */
export interface Peer {
  readonly clientId: string;
  readonly person: Person;
  readonly role: Role;
  readonly state: PresenceState;
}
