/** The meaning of the ops about saved views and styling rules. Each returns why it is moot, or undefined. */
import type { SkipReason } from './element-ops';
import type { RecordingGraph } from './recording-graph';
import type { SavedView, ViewId } from './saved-views';
import type { RuleId, StyleRule } from './style-rules';

export function putView(graph: RecordingGraph, view: SavedView): undefined {
  if (graph.get('view', view.id) === undefined) graph.checkRoom('view', graph.limits.views, 'views');
  graph.put('view', view.id, view);
}

export function deleteView(graph: RecordingGraph, id: ViewId): SkipReason | undefined {
  if (graph.get('view', id) === undefined) return 'view_gone';
  graph.put('view', id, undefined);
  return undefined;
}

export function putRule(graph: RecordingGraph, rule: StyleRule): undefined {
  if (graph.get('rule', rule.id) === undefined) graph.checkRoom('rule', graph.limits.rules, 'styling rules');
  graph.put('rule', rule.id, rule);
}

export function deleteRule(graph: RecordingGraph, id: RuleId): SkipReason | undefined {
  if (graph.get('rule', id) === undefined) return 'rule_gone';
  graph.put('rule', id, undefined);
  return undefined;
}
