/** What was found of each node, as a list that can be sorted; of which only the rows in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Sorting, sortedRows } from '../../console/sort-rows';
import { locale } from '../../i18n/formats';
import { useEditor } from '../../store/editor-context';
import type { Measure } from '../../store/measure';
import styles from './AlgorithmsPanel.module.css';
import { FoundItem } from './FoundItem';
import { FOUND_COLUMNS, foundCells, foundRows } from './found-rows';
import { useGoToNode } from './use-go-to-node';

const ROW = 32;

export function FoundList({ measure }: { readonly measure: Measure }) {
  const { t } = useTranslation('algorithms');
  const { store } = useEditor();
  const { values, isGroups } = measure;
  const [sorting, setSorting] = useState<Sorting>({ column: isGroups ? 2 : 0, descending: false });
  const rows = useMemo(() => foundRows({ values, isGroups }), [values, isGroups]);
  const order = useMemo(() => {
    const cells = rows.map((row) => foundCells(row, store.getState()));
    return sortedRows(cells, sorting, { text: String, locale: locale() });
  }, [rows, sorting, store]);
  const scroll = useRef<HTMLElement>(null);
  const drawn = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const goTo = useGoToNode();
  const press = (column: number) =>
    setSorting(({ column: before, descending }) => ({ column, descending: column === before && !descending }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard.
    <section ref={scroll} className={styles['scroll']} aria-label={t('list')} tabIndex={0}>
      <table className={styles['table']} data-groups={isGroups} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1} className={styles['columns']}>
            {FOUND_COLUMNS.map((column, index) =>
              // Groups are not more or less than others.
              column === 'rank' && isGroups ? null : (
                <th key={column} scope="col" aria-sort={sortOf(sorting, index)} data-column={column}>
                  <button type="button" title={t('sort')} onClick={() => press(index)}>
                    {t(`columns.${column === 'value' && isGroups ? 'group' : column}`)}
                    {sorting.column === index && (sorting.descending ? <ArrowDown size={13} /> : <ArrowUp size={13} />)}
                  </button>
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className={styles['tall']} style={{ '--tall': `${drawn.getTotalSize()}px` }}>
          {drawn.getVirtualItems().map(({ index, start }) => {
            const row = rows[order[index] ?? 0];
            return (
              row && (
                <tr
                  key={row.id}
                  aria-rowindex={index + 2}
                  className={styles['columns']}
                  style={{ '--from-top': `${start}px` }}
                >
                  <FoundItem row={row} measure={measure} onGo={goTo} />
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function sortOf(sorting: Sorting, column: number): 'ascending' | 'descending' | 'none' {
  if (sorting.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}
