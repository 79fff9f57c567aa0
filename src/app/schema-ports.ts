/** What the schema panel has of the open graph, and of the layout worker. */
import { layOutInWorker } from '../layout/browser-layout';
import { realClock } from '../shared/clock';
import type { SchemaPorts } from '../ui/schema/schema-ports';
import type { OpenGraph } from './open-graph';

export function schemaPorts({ engine, onGiven }: OpenGraph): SchemaPorts {
  return {
    engine,
    onGiven,
    clock: realClock,
    arrange: ({ cards, size, joins }, stop) => {
      const position = { x: 0, y: 0 };
      const nodes = cards.map((id) => ({ id, position, size, label: id, caption: id }));
      return layOutInWorker({ kind: 'layered-right', nodes, edges: [...joins] }, stop);
    },
  };
}
