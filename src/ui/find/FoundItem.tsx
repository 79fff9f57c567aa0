/** One result: what it is called, and why it was found where that is not to be seen in its name. */
import { EyeOff } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { yesNo } from '../../i18n/yes-no';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { formatValue } from '../../kit/format-value';
import { Isolate } from '../../kit/Isolate';
import { iconNamed } from '../../kit/icons';
import type { ElementType, NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { captionOf } from '../../store/caption';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './FindPanel.module.css';
import { Marked } from './Marked';
import type { Found } from './results';
import { isFoundShown } from './use-fly';

interface FoundItemProps {
  readonly id: string;
  readonly found: Found;
  readonly type: ElementType | undefined;
  readonly active: boolean;
  readonly onChoose: (found: Found) => void;
}

/** The name of a node, or what an edge is between. */
function useFoundName(found: Found, type: ElementType | undefined): string {
  const { t } = useTranslation('find');
  const { store } = useEditor();
  const { nodes, labels } = store.getState();
  const nameOf = (id: NodeId) => {
    const row = nodes.get(id);
    const name = row && captionOf(labels.get(foldName(row.label)), row.properties);
    return isolated(name ?? t('unnamed', { label: row?.label }));
  };
  if (found.kind === 'edge') {
    return (
      captionOf(type, found.row.properties) ??
      t('between', { source: nameOf(found.row.source), target: nameOf(found.row.target) })
    );
  }
  return captionOf(type, found.row.properties) ?? t('unnamed', { label: isolated(found.row.label) });
}

function Because({ found, type }: Pick<FoundItemProps, 'found' | 'type'>): ReactNode {
  const { properties } = found.row;
  return found.because.map((name) => {
    const value = properties[name];
    if (value === undefined) return null;
    const property = type?.properties.get(foldName(name));
    return (
      <span key={name} className={styles['because']}>
        <Isolate>{name}</Isolate>:{' '}
        <Marked marks={found.marks} whole>
          {property === undefined ? String(value) : formatValue(property.type, value, yesNo)}
        </Marked>
      </span>
    );
  });
}

export const FoundItem = memo(function FoundItem({ id, found, type, active, onChoose }: FoundItemProps) {
  const { t } = useTranslation('find');
  const name = useFoundName(found, type);
  const shown = useEditorState((state) => isFoundShown(state, found));
  const Icon = iconNamed(type?.style.icon);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the field, which says what is active.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={styles['option']}
      style={{ '--label-color': found.kind === 'node' ? colorOf(type?.style) : (type?.style.color ?? 'var(--edge)') }}
      // The keyboard stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(found)}
    >
      {found.kind === 'node' ? (
        <span className={styles['tile']}>
          <Icon size={13} aria-hidden />
        </span>
      ) : (
        <span className={styles['line']} aria-hidden />
      )}
      <span className={styles['words']}>
        <span className={styles['name']} dir="auto">
          <Marked marks={found.marks}>{name}</Marked>
        </span>
        <Because found={found} type={type} />
      </span>
      {!shown && (
        <span className={styles['hidden']}>
          <EyeOff size={12} aria-hidden /> {t('hidden')}
        </span>
      )}
    </div>
  );
});
