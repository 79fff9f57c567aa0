/** What a step, made of several patches, came to. */
import { type Change, mergeChanges, type NetChanges } from '../shared/graph/changes';

export function stepChanges(parts: readonly { readonly changes: NetChanges }[]): NetChanges | undefined {
  const [first, ...others] = parts.map(({ changes }) => changes);
  return first === undefined ? undefined : others.reduce(mergeChanges, first);
}

/** The same the other way round: what taking it back comes to when nobody else has edited since. */
export function reversed(changes: NetChanges): NetChanges {
  const { info, label, edgeType, former, view, rule, node, edge } = changes;
  return {
    info: eachReversed(info),
    label: eachReversed(label),
    edgeType: eachReversed(edgeType),
    former: eachReversed(former),
    view: eachReversed(view),
    rule: eachReversed(rule),
    node: eachReversed(node),
    edge: eachReversed(edge),
  };
}

function eachReversed<T>(changes: ReadonlyMap<string, Change<T>>): ReadonlyMap<string, Change<T>> {
  return new Map(Array.from(changes, ([key, { before, after }]) => [key, { before: after, after: before }]));
}
