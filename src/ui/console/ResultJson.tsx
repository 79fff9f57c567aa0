/** An answer as JSON, of which only the lines in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toJson } from '../../console/answer-text';
import type { Answer } from '../../engine/graph-engine';
import styles from './ConsoleDock.module.css';

const LINE = 18;

export function ResultJson({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('console');
  const lines = useMemo(() => toJson(answer).split('\n'), [answer]);
  const scroll = useRef<HTMLElement>(null);
  const drawn = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE,
    overscan: 20,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard.
    <section ref={scroll} className={styles['scroll']} aria-label={t('tab.json')} tabIndex={0}>
      <div className={styles['tall']} style={{ '--tall': `${drawn.getTotalSize()}px` }}>
        {drawn.getVirtualItems().map(({ index, start }) => (
          <div key={index} className={styles['jsonLine']} dir="ltr" style={{ '--from-top': `${start}px` }}>
            {lines[index]}
          </div>
        ))}
      </div>
    </section>
  );
}
