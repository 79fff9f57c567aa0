/** Which algorithm, on what, and how. */
import { Play } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ALGORITHMS, TRAITS } from '../../algorithms/algorithms';
import { Button } from '../../kit/Button';
import { useEditorState } from '../../store/editor-context';
import type { MeasureSetting } from '../../store/measure';
import styles from './AlgorithmsPanel.module.css';
import { EdgeTypeChoice } from './EdgeTypeChoice';
import { ScopeChoice } from './ScopeChoice';
import { useSetting } from './use-setting';
import { WeightChoice } from './WeightChoice';

export function ChooseAlgorithm({ onRun }: { readonly onRun: (setting: MeasureSetting) => void }) {
  const { t } = useTranslation('algorithms');
  const { setting, change } = useSetting();
  const running = useEditorState(({ measuring }) => measuring !== undefined);
  const name = useId();
  const traits = TRAITS[setting.algorithm];
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onRun(setting);
      }}
    >
      <div className={styles['body']}>
        <fieldset className={styles['choices']} aria-label={t('choose')}>
          {ALGORITHMS.map((algorithm) => (
            <label key={algorithm} className={styles['choice']}>
              <input
                type="radio"
                name={name}
                checked={setting.algorithm === algorithm}
                onChange={() => change({ algorithm })}
              />
              <span>
                <b>{t(`kind.${algorithm}`)}</b>
                <span className={styles['about']}>{t(`about.${algorithm}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <ScopeChoice setting={setting} onChange={change} />
        <EdgeTypeChoice setting={setting} onChange={change} />
        {traits.choosesDirection && (
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={setting.directed}
              onChange={({ target }) => change({ directed: target.checked })}
            />
            {t('directed')}
          </label>
        )}
        {traits.takesWeights && <WeightChoice setting={setting} onChange={change} />}
      </div>
      {!running && (
        <footer className={styles['foot']}>
          <Button look="primary" type="submit">
            <Play size={15} aria-hidden /> {t('run')}
          </Button>
        </footer>
      )}
    </form>
  );
}
