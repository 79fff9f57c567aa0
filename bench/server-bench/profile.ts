/** Reads CPU profiles of V8: how much of the time was spent in each function itself, and not in what it called. */
import { z } from 'zod';

const nodeSchema = z.object({
  id: z.int(),
  callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.int() }),
  children: z.array(z.int()).optional(),
});
type ProfileNode = z.infer<typeof nodeSchema>;

/** The parts of a `.cpuprofile` that are used. Times are in microseconds. */
export const profileSchema = z.object({
  nodes: z.array(nodeSchema),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.number()),
});

/** `share` is of the time in which the thread did not idle. */
export const selfTimesSchema = z.array(z.object({ name: z.string(), share: z.number() }));

const IDLE = '(idle)';

/** The functions of a profile, the one with the most time of its own first. */
export function selfTimes({
  nodes,
  samples,
  timeDeltas,
}: z.infer<typeof profileSchema>): z.infer<typeof selfTimesSchema> {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const names = new Map(nodes.map((node) => [node.id, nameOf(node, parents)]));
  const times = new Map<string, number>();
  let busy = 0;
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '';
    if (name === IDLE) return;
    const time = timeDeltas[index] ?? 0;
    busy += time;
    times.set(name, (times.get(name) ?? 0) + time);
  });
  return [...times].sort(([, a], [, b]) => b - a).map(([name, time]) => ({ name, share: time / busy }));
}

/** Native functions are named by who calls them: what V8 has for a name is often another's. */
function nameOf(node: ProfileNode, parents: ReadonlyMap<number, ProfileNode>): string {
  const { functionName, url } = node.callFrame;
  if (url !== '') return scriptName(node);
  const parent = parents.get(node.id);
  if (functionName.startsWith('(') || parent === undefined || parent.callFrame.functionName === '(root)') {
    return functionName;
  }
  return `native code or eval, called by ${nameOf(parent, parents)}`;
}

/** The end of a script's address tells enough, and says nothing of the machine. Scripts that tsx made are all one line. */
function scriptName({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const file = url.split('?', 1)[0]?.split('/').slice(-2).join('/') ?? '';
  const line = lineNumber === 0 ? '' : `:${lineNumber + 1}`;
  return `${functionName || '(anonymous)'}, ${file}${line}`;
}
