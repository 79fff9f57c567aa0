import type { EditorState } from '../../store/editor-store';

/** Names of the edge types for an edge between two nodes: first those that join their labels already, then the others. */
export function edgeTypeChoices(state: EditorState, source: string, target: string): string[] {
  const labelOf = (id: string) => state.nodes.get(id)?.label;
  const [from, to] = [labelOf(source), labelOf(target)];
  const joining = new Set<string>();
  for (const edge of state.edges.values()) {
    if (!joining.has(edge.type) && labelOf(edge.source) === from && labelOf(edge.target) === to) joining.add(edge.type);
  }
  const names = Array.from(state.edgeTypes.values(), (type) => type.name);
  return [...names.filter((name) => joining.has(name)), ...names.filter((name) => !joining.has(name))];
}
