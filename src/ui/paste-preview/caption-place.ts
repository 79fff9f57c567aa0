import type { TablePaste } from './use-table-paste';

/** The column that is the caption of a new label: the chosen one, or the first with text, or the first. */
export function captionPlace({ caption, views }: Pick<TablePaste, 'caption' | 'views'>): number | undefined {
  if (caption !== undefined && views[caption]?.included === true) return caption;
  const places = views.flatMap((view, place) => (view.included ? [place] : []));
  return places.find((place) => views[place]?.type === 'STRING') ?? places[0];
}
