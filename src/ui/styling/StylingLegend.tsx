/** What colours and sizes mean by the graph's styling rules. */
import { ChevronDown, ChevronUp, List } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useIsNarrow } from '../../kit/use-is-narrow';
import { useEditor, useEditorState } from '../../store/editor-context';
import shared from '../algorithms/MeasureLegend.module.css';
import { LegendRule } from './LegendRule';
import styles from './Legends.module.css';
import { toldRules } from './rule-entry';

export function StylingLegend() {
  const { t } = useTranslation('styling');
  const { store } = useEditor();
  const ruled = useEditorState((state) => state.ruled);
  const [isOpen, setOpen] = useState(!useIsNarrow());
  const [titleId, listId] = [useId(), useId()];
  const told = toldRules(ruled);
  if (told.length === 0) return null;
  return (
    <section className={shared['legend']} data-folded={!isOpen} aria-labelledby={titleId}>
      <header className={shared['head']}>
        <h2 id={titleId}>{t('legend')}</h2>
        <Button look="quiet" aria-label={t('showRules')} onClick={() => store.setState({ panel: 'styling' })}>
          <List size={15} aria-hidden />
        </Button>
        <Button
          look="quiet"
          aria-label={t(isOpen ? 'fold' : 'unfold')}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown size={15} aria-hidden /> : <ChevronUp size={15} aria-hidden />}
        </Button>
      </header>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        <ul id={listId} className={styles['rules']} tabIndex={0} aria-labelledby={titleId}>
          {told.map((active) => (
            <li key={active.rule.id} className={styles['rule']}>
              <LegendRule active={active} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
