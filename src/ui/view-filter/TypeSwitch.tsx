/** Hides or shows all nodes of a label, or all edges of a type. */
import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { iconNamed } from '../../kit/icons';
import type { ElementType } from '../../shared/graph/model';
import { useEditor, useEditorState } from '../../store/editor-context';
import { isEdgeTypeShown, isLabelShown, withEdgeType, withLabel } from '../../store/view-filter';
import styles from './ViewPanel.module.css';

interface TypeSwitchProps {
  readonly kind: 'label' | 'edgeType';
  readonly type: ElementType;
}

export function TypeSwitch({ kind, type: { name, style } }: TypeSwitchProps) {
  const { t } = useTranslation('view');
  const { store } = useEditor();
  const count = useEditorState((state) => state.counts.get(name) ?? 0);
  const shown = useEditorState(({ viewFilter }) =>
    (kind === 'label' ? isLabelShown : isEdgeTypeShown)(viewFilter, name),
  );
  const Icon = iconNamed(style.icon);
  const Look = shown ? Eye : EyeOff;
  const toggle = () =>
    store.setState(({ viewFilter, nodes, edges }) => ({
      viewFilter:
        kind === 'label' ? withLabel(viewFilter, name, shown, nodes) : withEdgeType(viewFilter, name, shown, edges),
    }));
  return (
    <li>
      <button
        type="button"
        role="switch"
        aria-checked={shown}
        aria-label={t('showType', { name: isolated(name), count })}
        className={styles['switch']}
        style={{ '--label-color': kind === 'label' ? colorOf(style) : (style.color ?? 'var(--edge)') }}
        onClick={toggle}
      >
        {kind === 'label' ? (
          <span className={styles['tile']}>
            <Icon size={13} aria-hidden />
          </span>
        ) : (
          <span className={styles['line']} aria-hidden />
        )}
        <span className={styles['name']} dir="auto">
          {name}
        </span>
        <span className={styles['count']}>{count}</span>
        <Look size={15} aria-hidden className={styles['eye']} />
      </button>
    </li>
  );
}
