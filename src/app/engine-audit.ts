/** Audits the engine now and then, when the tab has nothing else to do. */
import { auditEngine } from '../canvas/audit-engine';
import type { GraphEngine } from '../engine/graph-engine';
import type { Clock } from '../shared/clock';
import type { GraphView } from '../shared/graph/graph';

/** Milliseconds between two audits, and after a database was built anew. */
const [INTERVAL, SOON] = [60_000, 3_000];

export interface EngineAuditPorts {
  readonly clock: Clock;
  readonly engine: GraphEngine;
  /** The graph that the engine shows, or will when it has done what it was asked so far. */
  readonly graph: () => GraphView;
  /** The database differs from the graph: it must be filled anew. */
  readonly onDifference: (differences: readonly string[]) => void;
}

export interface EngineAudit {
  /** The engine was given changes: there is something to look at. */
  changed(): void;
  /** The database was built anew: it is looked at soon. */
  rebuilt(): void;
  stop(): void;
}

export function watchEngine({ clock, engine, graph, onDifference }: EngineAuditPorts): EngineAudit {
  let cancel: (() => void) | undefined;
  let isDue = false;
  let isStopped = false;
  const wait = (milliseconds: number) => {
    cancel?.();
    if (isStopped) return;
    cancel = clock.after(milliseconds, () => {
      cancel = undefined;
      whenIdle(() => void look());
    });
  };
  const look = async () => {
    if (isDue && !isStopped) {
      isDue = false;
      try {
        const differences = await auditEngine(engine, graph(), clock.random());
        if (differences.length > 0 && !isStopped) onDifference(differences);
      } catch (error) {
        // An engine that cannot answer says so to everyone who asks it for something people see.
        console.info('The graph database could not be audited.', error);
      }
    }
    // Where the database was built anew meanwhile, it is waited for already.
    if (cancel === undefined) wait(INTERVAL);
  };
  wait(INTERVAL);
  return {
    changed: () => {
      isDue = true;
    },
    rebuilt: () => {
      isDue = true;
      wait(SOON);
    },
    stop: () => {
      isStopped = true;
      cancel?.();
    },
  };
}

/** Safari has no `requestIdleCallback`; there the next turn has to do. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 10_000 });
  else setTimeout(act);
}
