/** One value of an answer. Nodes, edges and paths lead to the canvas. */
import { useTranslation } from 'react-i18next';
import { type AnswerElements, elementsIn, seenAs } from '../../console/answer-elements';
import type { QueryValue } from '../../engine/graph-engine';
import { yesNo } from '../../i18n/yes-no';
import { withoutReordering } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { formatValue } from '../../kit/format-value';
import { foldName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import styles from './ConsoleDock.module.css';
import { useCellText } from './use-cell-text';
import { useGoTo } from './use-go-to';

interface ResultCellProps {
  readonly value: QueryValue;
  /** The column's, as the database calls it. */
  readonly type: string;
}

export function ResultCell({ value, type }: ResultCellProps) {
  const text = useCellText();
  const { t } = useTranslation('console');
  if (value === null) return <span className={styles['faint']}>{t('nothing')}</span>;
  const seen = seenAs(value);
  if (seen.kind !== 'value') return <Element value={value} />;
  if (Array.isArray(value) && value.some((each) => seenAs(each).kind !== 'value')) {
    return value.slice(0, 4).map((each, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a list of the answer never changes
      <ResultCell key={index} value={each} type="" />
    ));
  }
  const shown = type === 'TIMESTAMP' && typeof value === 'string' ? formatValue(type, value, yesNo) : text(value);
  return (
    <bdi className={styles['value']} title={shown.length > 40 ? withoutReordering(shown) : undefined}>
      {withoutReordering(shown)}
    </bdi>
  );
}

function Element({ value }: { readonly value: QueryValue }) {
  const { t } = useTranslation('console');
  const text = useCellText();
  const goTo = useGoTo();
  const seen = seenAs(value);
  const color = useEditorState(({ labels, edgeTypes }) => {
    if (seen.kind === 'node') return colorOf(labels.get(foldName(seen.label))?.style);
    return (seen.kind === 'edge' ? edgeTypes.get(foldName(seen.type))?.style.color : undefined) ?? 'var(--edge)';
  });
  const elements: AnswerElements = elementsIn([[value]]);
  const exists = useEditorState(
    ({ nodes, edges }) =>
      [...elements.nodes].some((id) => nodes.has(id)) || [...elements.edges].some((id) => edges.has(id)),
  );
  return (
    <button
      type="button"
      className={styles['chip']}
      data-kind={seen.kind}
      style={{ '--label-color': color }}
      title={exists ? t('goThere') : t('gone')}
      disabled={!exists}
      onClick={() => goTo.select(elements)}
    >
      <bdi>{withoutReordering(text(value))}</bdi>
    </button>
  );
}
