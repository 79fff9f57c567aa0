import { useTranslation } from 'react-i18next';
import { foldName } from '../../shared/graph/names';
import { useTypesByName } from '../types-by-name';
import styles from './SchemaPanel.module.css';
import type { TypeFacts } from './schema-facts';
import { TypeEntry } from './TypeEntry';

interface TypeListProps {
  readonly on: 'node' | 'edge';
  readonly facts: ReadonlyMap<string, TypeFacts>;
  readonly onLook: (name: string) => void;
}

/** All labels, or all edge types. */
export function TypeList({ on, facts, onLook }: TypeListProps) {
  const { t } = useTranslation('schemaPanel');
  const types = useTypesByName(on === 'node' ? 'labels' : 'edgeTypes');
  if (types.length === 0) return null;
  return (
    <section>
      <h3 className={styles['heading']}>{t(on === 'node' ? 'labelsHeading' : 'edgeTypesHeading')}</h3>
      <ul className={styles['entries']}>
        {types.map((type) => (
          <TypeEntry key={type.name} on={on} type={type} facts={facts.get(foldName(type.name))} onLook={onLook} />
        ))}
      </ul>
    </section>
  );
}
