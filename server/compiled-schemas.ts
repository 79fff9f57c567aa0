/**
 * The schemas of what clients send, compiled: the same rules, and the same words for what breaks them,
 * at a fraction of the cost. The page cannot have them: compiling needs `eval`, which its content security policy forbids.
 */
import { z } from 'zod';
import { opsSchema } from '../src/shared/graph/ops';
import { clientMessageSchema } from '../src/shared/protocol/client-messages';

/** `strict`: a schema that cannot be compiled is a mistake to be found when the server starts, not one that costs time. */
const STRICT = { strict: true };

export const compiledClientMessage = z.compile(clientMessageSchema, STRICT);
export const compiledOps = z.compile(opsSchema, STRICT);
