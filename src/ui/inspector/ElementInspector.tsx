/** One node or edge: what it is, its properties, and the way to delete it. */
import { Trash2 } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteElements } from '../../commands/delete-elements';
import { Button } from '../../kit/Button';
import { colorOf } from '../../kit/colors';
import { iconNamed } from '../../kit/icons';
import type { ElementType } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { captionKey } from '../../store/caption';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { RowProperties } from '../../store/rows';
import { AddProperty } from './AddProperty';
import { ChangeType } from './ChangeType';
import { ElementFacts } from './ElementFacts';
import { FieldWithSettings } from './FieldWithSettings';
import styles from './Inspector.module.css';

interface ElementInspectorProps {
  readonly on: 'node' | 'edge';
  readonly id: string;
  readonly type: ElementType;
  readonly properties: RowProperties;
  readonly children?: ReactNode;
}

export function ElementInspector({ on, id, type, properties, children }: ElementInspectorProps) {
  const editor = useEditor();
  const editable = useEditorState(mayEdit);
  const { t } = useTranslation('inspector');
  /** The property that was just renamed here, whose field is drawn anew. */
  const [renamed, setRenamed] = useState<string>();
  const onRename = useCallback((to?: string) => setRenamed(to === undefined ? undefined : `${id} ${to}`), [id]);
  const caption = captionKey(type);
  const Icon = iconNamed(type.style.icon ?? (on === 'edge' ? 'link' : undefined));
  // The caption first, the rest as the schema has them.
  const fields = [...type.properties.values()].sort((a, b) => Number(b.name === caption) - Number(a.name === caption));
  return (
    <>
      <header className={styles['head']}>
        <span className={styles['tile']} style={{ '--label-color': colorOf(type.style) }}>
          <Icon size={18} aria-hidden />
        </span>
        <h2 className={styles['title']} dir="auto">
          {type.name}
        </h2>
      </header>
      {children}
      <ChangeType key={`type of ${id}`} on={on} elements={[{ id, of: type.name, properties }]} />
      <div className={styles['fields']}>
        {fields.map((property) => (
          <FieldWithSettings
            // A field belongs to one element: another selection begins with a fresh one.
            key={`${id} ${property.name}`}
            on={on}
            id={id}
            type={type}
            property={property}
            properties={properties}
            isRenamed={renamed === `${id} ${property.name}`}
            onRename={onRename}
          />
        ))}
        <AddProperty
          key={id}
          type={type}
          readOnly={!editable}
          onAdd={(key, propertyType) =>
            void editor.edit([{ op: 'add_property', on, of: type.name, key, type: propertyType }])
          }
        />
      </div>
      <ElementFacts on={on} id={id} readOnly={!editable} />
      {editable && (
        <footer className={styles['foot']}>
          <Button
            look="danger"
            onClick={() => (on === 'node' ? deleteElements(editor, [id], []) : deleteElements(editor, [], [id]))}
          >
            <Trash2 size={15} aria-hidden /> {t(on === 'node' ? 'deleteNode' : 'deleteEdge')}
          </Button>
        </footer>
      )}
    </>
  );
}
