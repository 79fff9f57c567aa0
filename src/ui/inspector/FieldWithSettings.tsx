/** A property's field, and behind a button beside it what concerns the property of all: its name, its type, removing it. */
import { Ellipsis } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import type { ElementType, PropertyDefinition } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { RowProperties } from '../../store/rows';
import { PropertySettings } from '../properties/PropertySettings';
import { ValueFilter } from '../view-filter/ValueFilter';
import styles from './FieldWithSettings.module.css';
import { SharedField } from './SharedField';

interface FieldWithSettingsProps {
  readonly on: 'node' | 'edge';
  readonly id: string;
  readonly type: ElementType;
  readonly property: PropertyDefinition;
  readonly properties: RowProperties;
  /** It was just given this name: the settings are open as they were, and the keyboard is there. */
  readonly isRenamed: boolean;
  /** `undefined`: the field with the new name is there. */
  readonly onRename: (name: string | undefined) => void;
}

export function FieldWithSettings(props: FieldWithSettingsProps) {
  const { on, id, type, property, properties, isRenamed, onRename } = props;
  const { t } = useTranslation('types');
  const { edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const [open, setOpen] = useState(isRenamed);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isRenamed) return;
    button.current?.focus();
    onRename(undefined);
  }, [isRenamed, onRename]);
  const key = property.name;
  const words = t('settings', { property: isolated(key) });
  return (
    <div className={styles['field']} data-editable={editable}>
      <SharedField
        on={on}
        id={id}
        property={property}
        value={properties[key]}
        readOnly={!editable}
        onChange={(value) => {
          void edit([
            value === undefined ? { op: 'remove_property', on, id, key } : { op: 'set_property', on, id, key, value },
          ]);
        }}
      />
      <ValueFilter value={{ on, of: type.name, key, value: properties[key] }} />
      {editable && (
        <button
          ref={button}
          type="button"
          className={styles['settings']}
          aria-label={words}
          title={words}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Ellipsis size={15} aria-hidden />
        </button>
      )}
      {open && <PropertySettings on={on} type={type} property={property} onRename={onRename} />}
    </div>
  );
}
