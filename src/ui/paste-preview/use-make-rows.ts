/** Makes nodes of the rows, as the person chose. */
import { useState } from 'react';
import { put } from '../../clipboard/paste-piece';
import { useCommands } from '../../commands/commands-context';
import { freshColor } from '../../kit/colors';
import { iconForName } from '../../kit/icons';
import { gridAround, type TableLabel, tableOps } from '../../shared/exchange/table-ops';
import { tidyName } from '../../shared/graph/names';
import { sizeOf } from '../../store/node-size';
import { captionPlace } from './caption-place';
import type { TablePaste } from './use-table-paste';

/** Canvas units between two cards. */
const GAP = 40;

/** @returns what is too much about it, once that was found out */
export function useMakeRows(paste: TablePaste, onDone: () => void): { problem: string | undefined; make: () => void } {
  const { context } = useCommands();
  const [problem, setProblem] = useState<string>();
  const make = () => {
    const { editor, canvas } = context;
    const { existing, views } = paste;
    const columns = views.filter(({ included }) => included).map((view) => ({ ...view, name: tidyName(view.name) }));
    const count = views[0]?.values.length ?? 0;
    const places = gridAround(canvas.middle(), count, sizeOf(existing), GAP);
    const { ops, nodeIds } = tableOps(existing === undefined ? newLabel() : { existing }, columns, places);
    const wrong = put(context, ops, nodeIds);
    setProblem(wrong);
    if (wrong === undefined) onDone();

    function newLabel(): TableLabel {
      const name = tidyName(paste.label);
      const color = freshColor(Array.from(editor.store.getState().labels.values(), ({ style }) => style.color));
      const place = captionPlace(paste);
      const caption = place === undefined ? undefined : tidyName(views[place]?.name ?? '');
      return { name, style: { color, icon: iconForName(name), ...(caption !== undefined && { caption }) } };
    }
  };
  return { problem, make };
}
