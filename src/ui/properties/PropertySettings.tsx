/** A property of a label or edge type: its name, its type, and the way to remove it. What would be lost is asked about first. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { propertyNameWords } from '../../commands/name-words';
import { type Retyping, retyping, valuesOf } from '../../commands/type-effects';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import type { ElementType, PropertyDefinition } from '../../shared/graph/model';
import type { PropertyType } from '../../shared/graph/values';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { Confirm } from '../share/Confirm';
import { NameField } from './NameField';
import styles from './PropertySettings.module.css';
import { retypingWords } from './retyping-words';
import { TypeSelect } from './TypeSelect';

interface PropertySettingsProps {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
  readonly property: PropertyDefinition;
  /** It gets another name, and with it another place for the keyboard. */
  readonly onRename: (name: string) => void;
}

/** What is asked before it is done. */
type Asked = { readonly to: PropertyType } | 'remove';

export function PropertySettings({ on, type, property, onRename }: PropertySettingsProps) {
  const { t } = useTranslation(['types', 'inspector']);
  const { store, edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const [asked, setAsked] = useState<Asked>();
  // The rows change in place: this is what tells that they did.
  useEditorState(({ rowsRevision }) => (asked === undefined ? 0 : rowsRevision));
  const [name, of, key] = [isolated(property.name), type.name, property.name];
  const values = () => valuesOf(store.getState(), { on, of }, key);
  const effectOf = (to: PropertyType): Retyping => retyping(values(), property.type, to);
  const retype = (to: PropertyType) => {
    setAsked(undefined);
    void edit([{ op: 'set_property_type', on, of, key, type: to }]);
  };
  const choose = (to: PropertyType) => {
    if (to === property.type) setAsked(undefined);
    else if (retypingWords(effectOf(to), property.type) === undefined) retype(to);
    else setAsked({ to });
  };
  const remove = () => {
    setAsked(undefined);
    void edit([{ op: 'delete_property', on, of, key }]);
  };
  const wanted = typeof asked === 'object' ? asked.to : undefined;
  return (
    <fieldset className={styles['settings']} aria-label={t('settings', { property: name })}>
      <NameField
        label={t('propertyName', { property: name })}
        name={property.name}
        readOnly={!editable}
        problemOf={(to) => propertyNameWords(to, type, property.name)}
        onRename={(to) => {
          onRename(to);
          void edit([{ op: 'rename_property', on, of, key, to }]);
        }}
      />
      <TypeSelect
        label={t('propertyType', { property: name })}
        value={wanted ?? property.type}
        disabled={!editable}
        onChange={choose}
      />
      {wanted !== undefined && (
        <Confirm
          key={wanted}
          question={retypingWords(effectOf(wanted), property.type) ?? ''}
          yes={t('change', { type: t(`inspector:types.${wanted}`) })}
          busy={!editable}
          onYes={() => retype(wanted)}
          onNo={() => setAsked(undefined)}
        />
      )}
      {asked === 'remove' ? (
        <Confirm
          question={t('removeQuestion', { property: name, of: isolated(of), count: values().length })}
          yes={t('remove')}
          busy={!editable}
          onYes={remove}
          onNo={() => setAsked(undefined)}
        />
      ) : (
        <Button
          look="danger"
          className={styles['remove'] ?? ''}
          disabled={!editable}
          onClick={() => setAsked('remove')}
        >
          <Trash2 size={14} aria-hidden /> {t('removeProperty')}
        </Button>
      )}
    </fieldset>
  );
}
