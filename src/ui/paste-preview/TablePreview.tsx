/** Shows what the rows that were pasted would become, and lets the person change that before it is made. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { SEPARATORS } from '../../shared/exchange/read-table';
import { columnProblem } from '../../shared/exchange/table-columns';
import { WIDEST_LIMITS } from '../../shared/graph/graph-limits';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import { LabelChoice, labelProblem } from './LabelChoice';
import styles from './PastePreview.module.css';
import { TableColumns } from './TableColumns';
import { useMakeRows } from './use-make-rows';
import { useTablePaste } from './use-table-paste';

/** @param onDone the nodes were made, or the person gave it up */
export function TablePreview({ text, onDone }: { text: string; onDone: () => void }) {
  const { t } = useTranslation('clipboard');
  const fieldId = useId();
  const editable = useEditorState(mayEdit);
  const limits = useEditorState((state) => state.limits) ?? WIDEST_LIMITS;
  const room = useEditorState((state) => Math.max(0, limits.nodes - state.nodes.size));
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  // One op is the label's.
  const most = Math.min(limits.opsPerPatch - 1, room);
  const paste = useTablePaste(text, most, limits.textLength);
  const { problem, make } = useMakeRows(paste, onDone);
  const count = Math.min(paste.rows, most);
  const isWrong =
    labelProblem(paste, edgeTypes) !== undefined ||
    paste.views.some((_, place) => columnProblem(paste.views, place) !== undefined);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <LabelChoice paste={paste} />
      <div className={styles['options']}>
        <label className={styles['field']} htmlFor={`${fieldId}-separator`}>
          {t('table.separator')}
          <select
            id={`${fieldId}-separator`}
            className={styles['select']}
            value={paste.separator}
            onChange={({ target }) => {
              const separator = SEPARATORS.find((each) => each === target.value);
              if (separator !== undefined) paste.choose({ separator });
            }}
          >
            {SEPARATORS.map((each) => (
              <option key={each} value={each}>
                {t(`table.separators.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={paste.headers}
            onChange={({ target }) => paste.choose({ headers: target.checked })}
          />
          {t('table.headers')}
        </label>
      </div>
      {paste.rows === 0 ? <p role="status">{t('table.empty')}</p> : <TableColumns paste={paste} />}
      {paste.rows > most && (
        <p role="status" className={styles['warning']}>
          {room === 0 ? t('table.full', { limit: limits.nodes }) : t('table.tooMany', { rows: paste.rows, most })}
        </p>
      )}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button look="primary" type="submit" disabled={!editable || isWrong || count === 0}>
          {t('table.make', { count })}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
