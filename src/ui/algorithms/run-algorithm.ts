/** Runs an algorithm and puts what it found on the canvas. Only one runs at a time. */
import { type Algorithm, TRAITS } from '../../algorithms/algorithms';
import type { Computing } from '../../algorithms/browser-algorithms';
import { t } from '../../i18n/i18n';
import { announce, type EditorStore, notify } from '../../store/editor-store';
import { type Measure, type MeasureSetting, measureOf, type WayToShow } from '../../store/measure';
import { gather } from './task-of';

export async function runAlgorithm(store: EditorStore, compute: Computing, setting: MeasureSetting): Promise<void> {
  const before = store.getState();
  before.measuring?.cancel();
  const { task, ids, leftOut } = gather(setting, before);
  if (ids.length === 0) return notify(store, t('algorithms:nothingToDo'));
  const stop = new AbortController();
  const measuring = { setting, cancel: () => stop.abort() };
  store.setState({ measuring: { ...measuring, done: undefined } });
  const onProgress = (done: number) => {
    if (!stop.signal.aborted) store.setState({ measuring: { ...measuring, done } });
  };
  try {
    const found = await compute(task, { stop: stop.signal, onProgress });
    if (stop.signal.aborted) return;
    const measure = measureOf({
      setting,
      values: new Map(ids.map((id, number) => [id, found[number] ?? 0])),
      isGroups: TRAITS[setting.algorithm].finds === 'groups',
      edges: task.sources.length,
      leftOut,
      show: showAs(setting.algorithm, before.measure),
      revision: before.structureRevision,
    });
    store.setState({ measure });
    announce(store, `${t(`algorithms:kind.${setting.algorithm}`)}. ${foundWords(measure)}`);
  } catch (error) {
    if (stop.signal.aborted) return;
    console.error(error);
    notify(store, t('algorithms:failed'));
  } finally {
    if (store.getState().measuring?.cancel === measuring.cancel) store.setState({ measuring: undefined });
  }
}

/** As the last one was, where that was of the same kind. */
function showAs(algorithm: Algorithm, last: Measure | undefined): WayToShow {
  const { finds } = TRAITS[algorithm];
  if (last !== undefined && last.isGroups === (finds === 'groups')) return last.show;
  return finds === 'groups' ? 'color' : 'size';
}

/** How much it is about. */
export function foundWords({ values, edges, leftOut, isGroups, scale }: Measure): string {
  return [
    ...(isGroups ? [t('algorithms:groups', { count: scale.most })] : []),
    t('algorithms:found', {
      nodes: t('algorithms:nodes', { count: values.size }),
      edges: t('algorithms:edges', { count: edges }),
    }),
    ...(leftOut > 0 ? [t('algorithms:leftOut', { count: leftOut })] : []),
  ].join(' ');
}
