/** An answer as a table, of which only the rows in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextSorting, type Sorting, sortedRows } from '../../console/sort-rows';
import type { Answer } from '../../engine/graph-engine';
import { locale } from '../../i18n/formats';
import styles from './ConsoleDock.module.css';
import { columnWidths } from './column-widths';
import { ResultCell } from './ResultCell';
import { useCellText } from './use-cell-text';

const ROW = 30;
const NUMBERS = /^(U?INT\d+|DOUBLE|FLOAT|DECIMAL.*|SERIAL)$/u;

interface ResultTableProps {
  readonly answer: Answer;
  /** What it answers: asked the same again, it stays sorted as it is. Left out: each answer is another. */
  readonly to?: string;
}

export function ResultTable({ answer, to }: ResultTableProps) {
  const { t } = useTranslation('console');
  const text = useCellText();
  const { columns, rows } = answer;
  // The answer to something else is not sorted as the last one was.
  const asked = to ?? answer;
  const [sorted, setSorted] = useState<{ readonly asked: string | Answer; readonly by: Sorting | undefined }>();
  const sorting = sorted?.asked === asked ? sorted.by : undefined;
  const order = useMemo(() => sortedRows(rows, sorting, { text, locale: locale() }), [rows, sorting, text]);
  const widths = useMemo(() => columnWidths(answer, text), [answer, text]);
  const scroll = useRef<HTMLElement>(null);
  const drawn = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  if (columns.length === 0) return <p className={styles['hint']}>{t('noColumns')}</p>;
  const press = (column: number) => setSorted({ asked, by: nextSorting(sorting, column) });
  const isNumber = (index: number) => NUMBERS.test(columns[index]?.type ?? '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard.
    <section ref={scroll} className={styles['scroll']} aria-label={t('tab.table')} tabIndex={0}>
      <table
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        className={styles['table']}
        style={{ '--columns': widths }}
      >
        <thead className={styles['tableHead']}>
          <tr aria-rowindex={1} className={styles['headRow']}>
            {columns.map(({ name }, index) => (
              <th key={name} scope="col" aria-sort={sortOf(sorting, index)}>
                <button type="button" data-number={isNumber(index)} title={t('sort')} onClick={() => press(index)}>
                  <bdi>{name}</bdi>
                  {sorting?.column === index && (sorting.descending ? <ArrowDown size={13} /> : <ArrowUp size={13} />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles['tall']} style={{ '--tall': `${drawn.getTotalSize()}px` }}>
          {drawn.getVirtualItems().map(({ index, start }) => (
            <tr key={index} aria-rowindex={index + 2} className={styles['row']} style={{ '--from-top': `${start}px` }}>
              {rows[order[index] ?? 0]?.map((value, column) => (
                <td key={columns[column]?.name} data-number={isNumber(column)}>
                  <ResultCell value={value} type={columns[column]?.type ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles['hint']}>{t('noRows')}</p>}
    </section>
  );
}

function sortOf(sorting: Sorting | undefined, column: number): 'ascending' | 'descending' | 'none' {
  if (sorting?.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}
