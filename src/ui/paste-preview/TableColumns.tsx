/** The columns with what each becomes, over the first rows as they would be kept. */
import { useTranslation } from 'react-i18next';
import { yesNo } from '../../i18n/yes-no';
import { formatValue } from '../../kit/format-value';
import { ColumnHead } from './ColumnHead';
import { captionPlace } from './caption-place';
import styles from './PastePreview.module.css';
import type { TableColumnView, TablePaste } from './use-table-paste';

/** Rows that are shown. */
const SHOWN = 10;

export function TableColumns({ paste }: { paste: TablePaste }) {
  const { t } = useTranslation('clipboard');
  const { views, existing } = paste;
  const caption = captionPlace(paste);
  const count = views[0]?.cells.length ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className={styles['scroll']} aria-label={t('table.columns')} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {views.map((view, place) => (
              <ColumnHead
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
                key={place}
                place={place}
                paste={paste}
                view={view}
                isCaption={existing === undefined ? place === caption : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.min(count, SHOWN) }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
            <tr key={row}>
              {views.map((view, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
                <Cell key={place} view={view} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {count > SHOWN && <p className={styles['more']}>{t('table.more', { count: count - SHOWN })}</p>}
    </section>
  );
}

function Cell({ view, row }: { view: TableColumnView; row: number }) {
  const { t } = useTranslation('clipboard');
  const [text, value] = [view.cells[row] ?? '', view.values[row]];
  if (!view.included) return <td className={styles['left']}>{text}</td>;
  if (value === undefined && text !== '') {
    return (
      <td className={styles['unfit']} title={t('table.doesNotFit', { text })}>
        <s>{text}</s>
      </td>
    );
  }
  return <td dir="auto">{value === undefined ? '' : formatValue(view.type, value, yesNo)}</td>;
}
