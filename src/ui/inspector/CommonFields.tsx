/** The fields of what several elements have in common: what is typed into one is everyone's, in one edit. */
import { useTranslation } from 'react-i18next';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { commonProperties, type Element, setAllOps } from './common-properties';
import styles from './Inspector.module.css';
import { PropertyField } from './PropertyField';

interface CommonFieldsProps {
  readonly on: 'node' | 'edge';
  readonly elements: readonly Element[];
}

export function CommonFields({ on, elements }: CommonFieldsProps) {
  const { edit } = useEditor();
  const { t } = useTranslation('inspector');
  const editable = useEditorState(mayEdit);
  const types = useEditorState(({ labels, edgeTypes }) => (on === 'node' ? labels : edgeTypes));
  const common = commonProperties(elements, types);
  if (common.length === 0) return <p className={styles['hint']}>{t('nothingInCommon')}</p>;
  // What is being typed belongs to this selection: another one begins with fresh fields.
  const selection = elements.map(({ id }) => id).join(' ');
  return (
    <fieldset key={selection} className={styles['fields']} aria-label={t('common')}>
      {common.map(({ property, value, mixed }) => (
        <PropertyField
          key={property.name}
          property={property}
          value={value}
          mixed={mixed}
          readOnly={!editable}
          onChange={(next) => {
            const ops = setAllOps(on, elements, types, property.name, next);
            if (ops.length > 0) void edit(ops);
          }}
        />
      ))}
    </fieldset>
  );
}
