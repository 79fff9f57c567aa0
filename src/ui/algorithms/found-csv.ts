/** What an algorithm found, for spreadsheets. */
import { toCsv } from '../../console/answer-text';
import type { EditorState } from '../../store/editor-store';
import type { Measure } from '../../store/measure';
import { foundRows, nameOf } from './found-rows';

export function foundCsv(measure: Measure, state: Pick<EditorState, 'nodes' | 'labels'>): string {
  const rows = foundRows(measure).flatMap(({ id, rank, value }) => {
    const node = state.nodes.get(id);
    return node === undefined ? [] : [[rank, id, node.label, nameOf(state, id) ?? '', value]];
  });
  const names = ['rank', 'id', 'label', 'node', measure.setting.algorithm];
  return toCsv({ columns: names.map((name) => ({ name, type: '' })), rows, rowCount: rows.length, tookMs: 0 });
}
