import { useTranslation } from 'react-i18next';
import { Isolate } from '../../kit/Isolate';
import type { ElementType } from '../../shared/graph/model';
import styles from './SchemaPanel.module.css';
import type { TypeFacts } from './schema-facts';

interface PropertyTableProps {
  readonly type: ElementType;
  readonly facts: TypeFacts | undefined;
}

/** The properties of a label or edge type, and how many have a value. */
export function PropertyTable({ type, facts }: PropertyTableProps) {
  const { t } = useTranslation(['schemaPanel', 'inspector']);
  if (type.properties.size === 0) return <p className={styles['hint']}>{t('noProperties')}</p>;
  return (
    <table className={styles['properties']}>
      <thead>
        <tr>
          <th scope="col">{t('property')}</th>
          <th scope="col">{t('type')}</th>
          <th scope="col">{t('filled')}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(type.properties.values(), (property) => (
          <tr key={property.name}>
            <th scope="row">
              <Isolate>{property.name}</Isolate>
            </th>
            <td>{t(`inspector:types.${property.type}`)}</td>
            <td>{facts !== undefined && <Fill filled={facts.filled.get(property.name) ?? 0} count={facts.count} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many of all have a value. */
function Fill({ filled, count }: { readonly filled: number; readonly count: number }) {
  const { t } = useTranslation('schemaPanel');
  return (
    <span className={styles['fill']}>
      <span className={styles['bar']} aria-hidden style={{ '--filled': count === 0 ? 0 : filled / count }} />
      {t('filledOf', { filled, count })}
    </span>
  );
}
