/** The properties of a label or edge type, each to be opened and changed, and a way to add one. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElementType } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { AddProperty } from '../inspector/AddProperty';
import { PropertyItem } from './PropertyItem';
import styles from './PropertyList.module.css';

interface PropertyListProps {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
}

export function PropertyList({ on, type }: PropertyListProps) {
  const { t } = useTranslation('types');
  const { edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const [open, setOpen] = useState<string>();
  /** The keyboard goes with a property to its new name. */
  const [renamed, setRenamed] = useState<string>();
  const properties = [...type.properties.values()];
  return (
    <div className={styles['properties']}>
      {properties.length === 0 && <p className={styles['none']}>{t('noProperties')}</p>}
      <ul className={styles['list']}>
        {properties.map((property) => (
          <PropertyItem
            key={property.name}
            on={on}
            type={type}
            property={property}
            isOpen={open === property.name}
            focusFirst={renamed === property.name}
            onToggle={() => setOpen(open === property.name ? undefined : property.name)}
            onRename={(to) => {
              setOpen(to);
              setRenamed(to);
            }}
          />
        ))}
      </ul>
      <AddProperty
        type={type}
        readOnly={!editable}
        onAdd={(key, valueType) => void edit([{ op: 'add_property', on, of: type.name, key, type: valueType }])}
      />
    </div>
  );
}
