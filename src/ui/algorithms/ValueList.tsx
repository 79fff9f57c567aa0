import { Isolate } from '../../kit/Isolate';
import type { ToldValue } from '../../picture/legend-entry';
import styles from './MeasureLegend.module.css';

/** What has which colour. */
export function ValueList({ values }: { readonly values: readonly ToldValue[] }) {
  return (
    <ul className={styles['groups']}>
      {values.map(({ words, color }) => (
        <li key={`${color} ${words}`}>
          {color !== undefined && <span className={styles['swatch']} style={{ '--color': color }} aria-hidden />}
          <Isolate>{words}</Isolate>
        </li>
      ))}
    </ul>
  );
}
