/** One node or edge: what it is, its properties, and the way to delete it. */
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { colorOf } from '../../kit/colors';
import { iconNamed } from '../../kit/icons';
import type { ElementType } from '../../shared/graph/model';
import type { Op } from '../../shared/graph/ops';
import { mayEdit } from '../../store/access';
import { captionKey } from '../../store/caption';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { RowProperties } from '../../store/rows';
import { AddProperty } from './AddProperty';
import styles from './Inspector.module.css';
import { SharedField } from './SharedField';

interface ElementInspectorProps {
  readonly on: 'node' | 'edge';
  readonly id: string;
  readonly type: ElementType;
  readonly properties: RowProperties;
  readonly children?: ReactNode;
}

export function ElementInspector({ on, id, type, properties, children }: ElementInspectorProps) {
  const { edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const { t } = useTranslation('inspector');
  const caption = captionKey(type);
  const Icon = iconNamed(type.style.icon ?? (on === 'edge' ? 'link' : undefined));
  // The caption first, the rest as the schema has them.
  const fields = [...type.properties.values()].sort((a, b) => Number(b.name === caption) - Number(a.name === caption));
  const remove: Op = on === 'node' ? { op: 'delete_node', nodeId: id } : { op: 'delete_edge', edgeId: id };
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
      <div className={styles['fields']}>
        {fields.map((property) => (
          <SharedField
            // A field belongs to one element: another selection begins with a fresh one.
            key={`${id} ${property.name}`}
            on={on}
            id={id}
            property={property}
            value={properties[property.name]}
            readOnly={!editable}
            onChange={(value) => {
              const key = property.name;
              void edit([
                value === undefined
                  ? { op: 'remove_property', on, id, key }
                  : { op: 'set_property', on, id, key, value },
              ]);
            }}
          />
        ))}
        <AddProperty
          key={id}
          type={type}
          readOnly={!editable}
          onAdd={(key, propertyType) => void edit([{ op: 'add_property', on, of: type.name, key, type: propertyType }])}
        />
      </div>
      {editable && (
        <footer className={styles['foot']}>
          <Button look="danger" onClick={() => void edit([remove])}>
            <Trash2 size={15} aria-hidden /> {t(on === 'node' ? 'deleteNode' : 'deleteEdge')}
          </Button>
        </footer>
      )}
    </>
  );
}
