/**
 * `window.kumiko`: the handle for scripts and tests. People build on it, so it is kept as carefully as the wire
 * (SPEC.md, H1–H5). Everything that comes in is parsed.
 */
import { z } from 'zod';
import { QueryError, type QueryParameters, type QueryValue, type Row } from '../engine/graph-engine';
import type { Outcome } from '../replica/replica';
import type { Role } from '../shared/access';
import { opsSchema } from '../shared/graph/ops';
import { parseWith } from '../shared/protocol/parse';
import type { ConnectionState } from '../store/connection';
import type { EdgeRow, NodeRow } from '../store/rows';
import type { OpenGraph } from './open-graph';

export interface Automation {
  /** Of the patches that are made now: it changes where the old one cannot be used any more. */
  readonly clientId: string;
  status(): ConnectionState;
  serverVersion(): number;
  /** How many own patches the server has not decided. */
  pending(): number;
  /** What the person may do; undefined until that is known. */
  role(): Role | undefined;
  /** Plain JSON of what is on the canvas. */
  graph(): { nodes: NodeRow[]; edges: EdgeRow[] };
  /** Runs one read-only Cypher statement. Rejects with a sentence when it is wrong or would write. */
  query(cypher: string, parameters?: unknown): Promise<Row[]>;
  /** Makes one patch of these ops. Never rejects: what is wrong with them comes back as a `nack`. */
  submit(ops: unknown): Promise<Outcome>;
  /** Resolves when nothing is pending and the canvas shows the graph. */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    kumiko?: Automation | undefined;
  }
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const value: z.ZodType<QueryValue> = z.lazy(() => z.union([scalar, z.array(value), z.record(z.string(), value)]));
const parametersSchema: z.ZodType<QueryParameters> = z.record(z.string(), z.union([scalar, z.array(value)]));

export function automationFor(graph: OpenGraph): Automation {
  const { store, engine, submit, settled } = graph;
  return {
    get clientId() {
      return graph.clientId;
    },
    status: () => store.getState().connection,
    serverVersion: () => store.getState().serverVersion,
    pending: () => store.getState().pending.length,
    role: () => store.getState().role,
    graph: () => {
      const { nodes, edges } = store.getState();
      return structuredClone({ nodes: [...nodes.values()], edges: [...edges.values()] });
    },
    query: async (cypher, parameters = {}) => {
      const parsed = parseWith(parametersSchema, parameters);
      if (!parsed.ok) throw new QueryError(`Parameters: ${parsed.reason}`);
      return engine.query(String(cypher), parsed.value);
    },
    submit: async (ops) => {
      const parsed = parseWith(opsSchema, ops);
      return parsed.ok ? submit(parsed.value) : { status: 'nack', code: 'BAD_PATCH', reason: parsed.reason };
    },
    settled,
  };
}
