/** What an algorithm is to be run on, while it is chosen: to begin with as it was last. */
import { useState } from 'react';
import { type Algorithm, isUsuallyDirected } from '../../algorithms/algorithms';
import { useEditor } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import type { MeasureSetting } from '../../store/measure';
import { isFiltering } from '../../store/view-filter';

export type ChangeSetting = (change: Partial<MeasureSetting>) => void;

export interface SettingProps {
  readonly setting: MeasureSetting;
  readonly onChange: ChangeSetting;
}

export function useSetting(): { readonly setting: MeasureSetting; readonly change: ChangeSetting } {
  const { store } = useEditor();
  const [setting, setSetting] = useState(() => settingToBegin(store.getState()));
  const change: ChangeSetting = (fields) =>
    setSetting((before) => ({
      ...before,
      ...(fields.algorithm !== undefined && { directed: isUsuallyDirected(fields.algorithm) }),
      ...fields,
    }));
  return { setting, change };
}

function settingToBegin({ measure, viewFilter, selectedNodes }: EditorState): MeasureSetting {
  const selected = new Set(selectedNodes);
  const scope = selected.size > 1 ? 'selected' : isFiltering(viewFilter) ? 'shown' : 'all';
  const algorithm: Algorithm = 'pagerank';
  const usual = { algorithm, edgeTypes: undefined, directed: isUsuallyDirected(algorithm), weight: undefined };
  return { ...usual, ...measure?.setting, scope, selected };
}
