/** Which label the new nodes get. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { t } from '../../i18n/i18n';
import { said } from '../../i18n/said';
import { TextInput } from '../../kit/TextInput';
import type { ElementType } from '../../shared/graph/model';
import { foldName, nameProblem, tidyName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import styles from './PastePreview.module.css';
import type { TablePaste } from './use-table-paste';

/** Why the label cannot be called that. */
export function labelProblem(
  { label, existing }: Pick<TablePaste, 'label' | 'existing'>,
  edgeTypes: ReadonlyMap<string, ElementType>,
): string | undefined {
  if (existing !== undefined) return undefined;
  const name = tidyName(label);
  const problem = nameProblem(name);
  if (problem !== undefined) return said(problem);
  return edgeTypes.has(foldName(name)) ? t('clipboard:table.labelTaken') : undefined;
}

/** Stands for a new label in the list; no name of a label has this character. */
const NEW = '+';

export function LabelChoice({ paste }: { paste: TablePaste }) {
  const { t: words } = useTranslation('clipboard');
  const id = useId();
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const { label, isNewLabel, choose } = paste;
  const problem = labelProblem(paste, edgeTypes);
  return (
    <div className={styles['options']}>
      <label className={styles['field']} htmlFor={`${id}-label`}>
        {words('table.label')}
        <select
          id={`${id}-label`}
          data-first
          className={styles['select']}
          value={isNewLabel ? NEW : foldName(label)}
          onChange={({ target }) => {
            const chosen = labels.get(target.value);
            if (chosen === undefined) choose({ label: words('table.usualLabel'), isNewLabel: true });
            else choose({ label: chosen.name, isNewLabel: false });
          }}
        >
          {Array.from(labels, ([key, { name }]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
          <option value={NEW}>{words('table.newLabel')}</option>
        </select>
      </label>
      {isNewLabel && (
        <label className={styles['field']} htmlFor={`${id}-name`}>
          {words('table.newLabelName')}
          <TextInput
            id={`${id}-name`}
            value={label}
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : `${id}-problem`}
            onChange={({ target }) => choose({ label: target.value })}
          />
        </label>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </div>
  );
}
