import { useTranslation } from 'react-i18next';
import { useEditorState } from '../../store/editor-context';
import { MEASURE_SCOPES } from '../../store/measure';
import styles from './AlgorithmsPanel.module.css';
import type { SettingProps } from './use-setting';

/** Which nodes: all, those that are shown, or those that are selected. */
export function ScopeChoice({ setting, onChange }: SettingProps) {
  const { t } = useTranslation('algorithms');
  // `nodes` changes in place; `rowsRevision` says that it did.
  const all = useEditorState(({ nodes, rowsRevision }) => (rowsRevision >= 0 ? nodes.size : 0));
  const shown = useEditorState((state) => state.shownNodes);
  const selectedNodes = useEditorState((state) => state.selectedNodes);
  const counts = { all, shown, selected: selectedNodes.length };
  return (
    <label className={styles['field']}>
      {t('scope')}
      <select
        value={setting.scope}
        onChange={({ target }) => {
          const scope = MEASURE_SCOPES.find((each) => each === target.value) ?? 'all';
          onChange({ scope, selected: new Set(selectedNodes) });
        }}
      >
        {MEASURE_SCOPES.map((scope) => (
          <option key={scope} value={scope} disabled={counts[scope] === 0}>
            {t(`scopes.${scope}`, { count: counts[scope] })}
          </option>
        ))}
      </select>
    </label>
  );
}
