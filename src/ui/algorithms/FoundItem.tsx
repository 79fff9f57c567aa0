import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import { formatScore } from '../../kit/format-value';
import type { NodeId } from '../../shared/graph/model';
import { useEditorState } from '../../store/editor-context';
import type { Measure } from '../../store/measure';
import { measuredColor } from '../../store/node-look';
import styles from './AlgorithmsPanel.module.css';
import { type FoundRow, nameOf } from './found-rows';

interface FoundItemProps {
  readonly row: FoundRow;
  readonly measure: Measure;
  readonly onGo: (id: NodeId) => void;
}

/** The cells of one node. Its name goes there. */
export function FoundItem({ row: { id, rank, value }, measure, onGo }: FoundItemProps) {
  const { t } = useTranslation('algorithms');
  const name = useEditorState((state) => (state.rowsRevision >= 0 ? nameOf(state, id) : undefined));
  return (
    <>
      {!measure.isGroups && <td data-column="rank">{formatScore(rank)}</td>}
      <td data-column="name">
        {name === undefined ? (
          <i>{t('gone')}</i>
        ) : (
          <button type="button" title={t('goTo', { name: isolated(name) })} onClick={() => onGo(id)}>
            <bdi>{name}</bdi>
          </button>
        )}
      </td>
      <td data-column="value">
        {measure.show === 'color' && (
          <span className={styles['swatch']} style={{ '--color': measuredColor(measure, value) }} aria-hidden />
        )}
        {formatScore(value)}
      </td>
    </>
  );
}
