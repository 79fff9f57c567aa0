import type { EditorState } from '../../store/editor-store';

/** Names of the edge types for an edge between nodes of two labels: first those that join them already, then the others. */
export function edgeTypeChoices(state: EditorState, from: string | undefined, to: string | undefined): string[] {
  const labelOf = (id: string) => state.nodes.get(id)?.label;
  const joining = new Set<string>();
  for (const edge of state.edges.values()) {
    if (!joining.has(edge.type) && labelOf(edge.source) === from && labelOf(edge.target) === to) joining.add(edge.type);
  }
  const names = Array.from(state.edgeTypes.values(), (type) => type.name);
  return [...names.filter((name) => joining.has(name)), ...names.filter((name) => !joining.has(name))];
}
