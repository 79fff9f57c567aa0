/** A property's field that others may be editing, too: each sees where the other is. */
import { useShallow } from 'zustand/react/shallow';
import { useEditorState } from '../../store/editor-context';
import { editorsOf, isSameField } from '../../store/presence';
import { useOwnEditing } from '../../store/use-own-editing';
import { PropertyField, type PropertyFieldProps } from './PropertyField';

interface SharedFieldProps extends PropertyFieldProps {
  readonly on: 'node' | 'edge';
  /** The element's. */
  readonly id: string;
}

export function SharedField({ on, id, ...field }: SharedFieldProps) {
  const key = field.property.name;
  const editors = useEditorState(useShallow(({ peers }) => editorsOf(peers, { on, id, key })));
  const overwrittenBy = useEditorState((state) =>
    isSameField(state.ownEditing, { on, id, key }) ? state.overwrittenBy : undefined,
  );
  return (
    <PropertyField
      {...field}
      editors={editors}
      overwrittenBy={overwrittenBy}
      {...useOwnEditing(on, id, key, field.readOnly !== true)}
    />
  );
}
