/** What of the graph is searched: every value of every property, as it may be typed. */
import { yesNo } from '../i18n/yes-no';
import { formatValue } from '../kit/format-value';
import type { SearchedElement } from '../search/search-answer';
import type { NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import { foldName } from '../shared/graph/names';
import type { PropertyValue } from '../shared/graph/values';
import { captionKey } from '../store/caption';

export function searchedElement(graph: GraphView, kind: 'node' | 'edge', id: string): SearchedElement | undefined {
  const element = graph.get(kind, id);
  if (element === undefined) return undefined;
  const type = 'label' in element ? element.label : element.type;
  const definition = graph.get(kind === 'node' ? 'label' : 'edgeType', foldName(type));
  const texts = Array.from(element.properties, ([name, value]) => [name, asTyped(value)] as const);
  return { id, kind, type, caption: captionKey(definition), texts };
}

/** A number plainly, and as it is written on the page. */
function asTyped(value: PropertyValue): string {
  return typeof value === 'number' ? `${value} ${formatValue('DOUBLE', value, yesNo)}` : String(value);
}

/** Whether elements that are there already are called by another property than before. */
export function changesCaptions({ label, edgeType }: NetChanges): boolean {
  return [...label.values(), ...edgeType.values()].some(
    ({ before, after }) => before !== undefined && after !== undefined && captionKey(before) !== captionKey(after),
  );
}
