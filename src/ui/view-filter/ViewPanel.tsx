/** Which labels and edge types are shown, and how much around the selection. For oneself only. */
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useEditorState } from '../../store/editor-context';
import { AroundForm } from './AroundForm';
import { PanelFrame } from './PanelFrame';
import { TypeSwitch } from './TypeSwitch';
import styles from './ViewPanel.module.css';

export function ViewPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('view');
  const labels = useEditorState(useShallow((state) => [...state.labels.values()]));
  const edgeTypes = useEditorState(useShallow((state) => [...state.edgeTypes.values()]));
  return (
    <PanelFrame title={t('title')} onClose={onClose}>
      <p className={styles['hint']}>{t('personal')}</p>
      {labels.length === 0 && <p className={styles['hint']}>{t('noTypes')}</p>}
      {labels.length > 0 && (
        <section>
          <h3 className={styles['heading']}>{t('labels')}</h3>
          <ul>
            {labels.map((label) => (
              <TypeSwitch key={label.name} kind="label" type={label} />
            ))}
          </ul>
        </section>
      )}
      {edgeTypes.length > 0 && (
        <section>
          <h3 className={styles['heading']}>{t('edgeTypes')}</h3>
          <ul>
            {edgeTypes.map((type) => (
              <TypeSwitch key={type.name} kind="edgeType" type={type} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className={styles['heading']}>{t('around')}</h3>
        <AroundForm />
      </section>
    </PanelFrame>
  );
}
