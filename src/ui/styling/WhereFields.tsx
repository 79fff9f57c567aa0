import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { yesNo } from '../../i18n/yes-no';
import { inputKind } from '../../kit/parse-input';
import { TextInput } from '../../kit/TextInput';
import { useEditorState } from '../../store/editor-context';
import { Choice } from './Choice';
import { conditionsFor, needsValue, propertyType, type RuleDraft } from './rule-draft';
import styles from './Styling.module.css';
import { propertiesOf } from './styled-values';

interface WhereFieldsProps {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}

/** Which of them a rule is for: all, or those whose property is so. */
export function WhereFields({ draft, onChange }: WhereFieldsProps) {
  const { t } = useTranslation('styling');
  const valueId = useId();
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const properties = propertiesOf(draft, { labels, edgeTypes });
  const { where } = draft;
  const begin = (key: string) => {
    const isYes = propertyType(draft, key, { labels, edgeTypes }) === 'BOOLEAN';
    onChange({ ...draft, where: key === '' ? undefined : { key, is: 'equal', typed: isYes ? 'true' : '' } });
  };
  if (properties.length === 0) return null;
  const type = where === undefined ? undefined : propertyType(draft, where.key, { labels, edgeTypes });
  return (
    <>
      <Choice
        label={t('only')}
        value={where?.key ?? ''}
        options={[{ value: '', words: t('always') }, ...properties.map(({ name }) => ({ value: name, words: name }))]}
        onChoose={begin}
      />
      {where !== undefined && type !== undefined && (
        <div className={styles['pair']}>
          <Choice
            label={t('condition')}
            value={where.is}
            options={conditionsFor(type).map((is) => ({ value: is, words: t(`is.${is}`) }))}
            onChoose={(is) => onChange({ ...draft, where: { ...where, is } })}
          />
          {needsValue(where.is) &&
            (type === 'BOOLEAN' ? (
              <Choice
                label={t('value')}
                value={where.typed}
                options={[true, false].map((value) => ({ value: String(value), words: yesNo(value) }))}
                onChoose={(typed) => onChange({ ...draft, where: { ...where, typed } })}
              />
            ) : (
              <div className={styles['field']}>
                <label htmlFor={valueId}>{t('value')}</label>
                <TextInput
                  id={valueId}
                  {...inputKind(type)}
                  value={where.typed}
                  onChange={({ target }) => onChange({ ...draft, where: { ...where, typed: target.value } })}
                />
              </div>
            ))}
        </div>
      )}
    </>
  );
}
