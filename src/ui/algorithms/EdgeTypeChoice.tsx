import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { foldName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import styles from './AlgorithmsPanel.module.css';
import type { SettingProps } from './use-setting';

/** Along which types of edges; where there is more than one. */
export function EdgeTypeChoice({ setting, onChange }: SettingProps) {
  const { t } = useTranslation('algorithms');
  const types = useEditorState(useShallow(({ edgeTypes }) => [...edgeTypes.keys()]));
  const names = useEditorState(useShallow(({ edgeTypes }) => Array.from(edgeTypes.values(), ({ name }) => name)));
  if (types.length < 2) return null;
  const chosen = setting.edgeTypes ?? new Set(types);
  const toggle = (type: string, on: boolean) => {
    const next = new Set(types.filter((each) => (each === type ? on : chosen.has(each))));
    onChange({ edgeTypes: next.size === types.length ? undefined : next });
  };
  return (
    <fieldset className={styles['types']}>
      <legend>{t('edgeTypes')}</legend>
      {names.map((name) => (
        <label key={name} className={styles['check']}>
          <input
            type="checkbox"
            checked={chosen.has(foldName(name))}
            onChange={({ target }) => toggle(foldName(name), target.checked)}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
