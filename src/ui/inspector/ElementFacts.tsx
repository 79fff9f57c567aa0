/** What every node and edge has besides properties: a node's place, and an id to copy. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../kit/CopyButton';
import { useIsNarrow } from '../../kit/use-is-narrow';
import styles from './ElementFacts.module.css';
import { Place } from './Place';

interface ElementFactsProps {
  readonly on: 'node' | 'edge';
  readonly id: string;
  readonly readOnly: boolean;
}

export function ElementFacts({ on, id, readOnly }: ElementFactsProps) {
  const { t } = useTranslation('inspector');
  const narrow = useIsNarrow();
  // Where there is little room they are behind their heading.
  const [open, setOpen] = useState(!narrow);
  return (
    <details className={styles['facts']} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(on === 'node' ? 'positionAndId' : 'id')}</summary>
      {on === 'node' && <Place key={id} id={id} readOnly={readOnly} />}
      <div className={styles['id']}>
        {on === 'node' && <span className={styles['name']}>{t('id')}</span>}
        <code className={styles['code']} title={id}>
          {id}
        </code>
        <CopyButton text={() => id} label={t('copyId')} />
      </div>
    </details>
  );
}
