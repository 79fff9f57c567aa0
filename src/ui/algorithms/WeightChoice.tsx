import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { foldName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import styles from './AlgorithmsPanel.module.css';
import type { SettingProps } from './use-setting';

/** Which property says how much an edge counts; where edges have numbers. */
export function WeightChoice({ setting, onChange }: SettingProps) {
  const { t } = useTranslation('algorithms');
  const hintId = useId();
  const names = useEditorState(useShallow((state) => numbersOf(state, setting.edgeTypes)));
  if (names.length === 0) return null;
  const chosen = names.find((name) => setting.weight !== undefined && foldName(name) === foldName(setting.weight));
  return (
    <div className={styles['field']}>
      <label className={styles['field']}>
        {t('weight')}
        <select
          value={chosen ?? ''}
          aria-describedby={hintId}
          onChange={({ target }) => onChange({ weight: target.value === '' ? undefined : target.value })}
        >
          <option value="">{t('noWeight')}</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <span id={hintId} className={styles['hint']}>
        {t('weightHint')}
      </span>
    </div>
  );
}

/** Names of properties of edges that are numbers, each in its first spelling. */
function numbersOf({ edgeTypes }: EditorState, only: ReadonlySet<string> | undefined): string[] {
  const names = new Map<string, string>();
  for (const [key, type] of edgeTypes) {
    if (only?.has(key) === false) continue;
    for (const [folded, { name, type: kind }] of type.properties) {
      if ((kind === 'INT64' || kind === 'DOUBLE') && !names.has(folded)) names.set(folded, name);
    }
  }
  return [...names.values()];
}
