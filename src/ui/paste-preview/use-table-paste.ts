/** A pasted table, with what the person chose about it so far. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReadColumn, readColumn } from '../../shared/exchange/read-column';
import { guessSeparator, readTable, type Separator } from '../../shared/exchange/read-table';
import {
  type ColumnPlan,
  columnCells,
  columnNames,
  guessTypes,
  hasHeaders,
  usualLabel,
} from '../../shared/exchange/table-columns';
import type { ElementType } from '../../shared/graph/model';
import { foldName, tidyName } from '../../shared/graph/names';
import { PROPERTY_TYPES } from '../../shared/graph/values';
import { captionKey } from '../../store/caption';
import { useEditorState } from '../../store/editor-context';

/** What the person chose; what is undefined is guessed. */
interface Choices {
  readonly separator: Separator;
  readonly headers: boolean;
  /** The name of a label, of the graph or new. */
  readonly label: string;
  readonly isNewLabel: boolean;
  /** By place. */
  readonly columns: ReadonlyMap<number, Partial<ColumnPlan>>;
  /** The place of the column that is the caption of a new label. */
  readonly caption: number | undefined;
}

export interface TableColumnView extends ColumnPlan, ReadColumn {
  /** The label has this property: its type is what it is. */
  readonly isOwn: boolean;
  readonly cells: readonly string[];
}

export interface TablePaste extends Choices {
  readonly choose: (choices: Partial<Choices>) => void;
  readonly chooseColumn: (place: number, choices: Partial<ColumnPlan>) => void;
  /** The label, if the graph has it. */
  readonly existing: ElementType | undefined;
  readonly views: readonly TableColumnView[];
  /** How many rows there are, without that of the names. */
  readonly rows: number;
}

const NO_CHOICES: Pick<Choices, 'columns' | 'caption'> = { columns: new Map(), caption: undefined };

/** @param most how many rows are looked at */
export function useTablePaste(text: string, most: number, textLength: number): TablePaste {
  const { t } = useTranslation('clipboard');
  const labels = useEditorState((state) => state.labels);
  const [choices, setChoices] = useState<Choices>(() => {
    const separator = guessSeparator(text);
    const rows = readTable(text, separator);
    const headers = hasHeaders(rows);
    const label = usualLabel(labels.values(), headers ? (rows[0] ?? []) : []);
    return {
      separator,
      headers,
      label: label?.name ?? t('table.usualLabel'),
      isNewLabel: label === undefined,
      ...NO_CHOICES,
    };
  });
  const { separator, headers, label, columns } = choices;
  const existing = labels.get(foldName(tidyName(label)));
  const table = useMemo(() => readTable(text, separator), [text, separator]);
  const rows = Math.max(0, table.length - (headers ? 1 : 0));
  const cells = useMemo(() => {
    const body = table.slice(headers ? 1 : 0).slice(0, most);
    return (table[0] ?? []).map((_, place) => columnCells(body, place));
  }, [table, headers, most]);
  const guessed = useMemo(() => guessTypes(cells), [cells]);

  const usual = (place: number) =>
    place === 0 ? (captionKey(existing) ?? 'name') : t('table.usualColumn', { number: place + 1 });
  const names = columnNames(headers ? (table[0] ?? []) : cells.map(() => ''), usual);
  const plans = cells.map((column, place) => {
    const plan = { name: names[place] ?? '', included: column.some((cell) => cell !== ''), ...columns.get(place) };
    const own = existing?.properties.get(foldName(tidyName(plan.name)));
    return { ...plan, isOwn: own !== undefined, type: own?.type ?? plan.type ?? guessed[place] ?? 'STRING' };
  });
  const types = plans.map(({ type }) => type).join(' ');
  const read = useMemo(() => {
    const typeAt = types.split(' ');
    return cells.map((column, place) => {
      const type = PROPERTY_TYPES.find((each) => each === typeAt[place]) ?? 'STRING';
      return readColumn(column, type, textLength);
    });
  }, [cells, types, textLength]);

  return {
    ...choices,
    existing,
    rows,
    views: plans.flatMap((plan, place) => {
      const [column, values] = [cells[place], read[place]];
      return column === undefined || values === undefined ? [] : { ...plan, ...values, cells: column };
    }),
    choose: (chosen) => {
      // Other columns, or other rows: what was said about them is about others.
      const isOther = chosen.separator !== undefined || chosen.headers !== undefined;
      setChoices((before) => ({ ...before, ...(isOther && NO_CHOICES), ...chosen }));
    },
    chooseColumn: (place, chosen) =>
      setChoices((before) => ({
        ...before,
        columns: new Map(before.columns).set(place, { ...before.columns.get(place), ...chosen }),
      })),
  };
}
