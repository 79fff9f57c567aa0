/** The labels of the graph, to drag onto the canvas, and a place to make new ones. */
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { iconNamed } from '../../kit/icons';
import { startLabelDrag } from '../../kit/label-drag';
import { REGION } from '../../kit/regions';
import type { ElementType } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import { cannotEditWords } from '../access/role-words';
import { SchemaButton } from '../schema/SchemaButton';
import { useTypesByName } from '../types-by-name';
import { NewLabel } from './NewLabel';
import styles from './Palette.module.css';
import { TypeItem } from './TypeItem';

interface PaletteProps {
  /** A label was pressed instead of dragged: make a node in the middle of what is seen. */
  readonly onPlace: (label: string) => void;
}

/** What a label looks like, and how many nodes have it. */
function LabelFace({ label }: { label: ElementType }) {
  const count = useEditorState((state) => state.counts.get(label.name) ?? 0);
  const Icon = iconNamed(label.style.icon);
  return (
    <>
      <span className={styles['tile']}>
        <Icon size={16} aria-hidden />
      </span>
      <span className={styles['name']} dir="auto">
        {label.name}
      </span>
      <span className={styles['count']}>{count}</span>
    </>
  );
}

function LabelItem({ label, onPlace }: { label: ElementType } & PaletteProps) {
  const { t } = useTranslation('labels');
  const editable = useEditorState(mayEdit);
  const look = {
    className: styles['item'],
    style: { '--label-color': colorOf(label.style) },
    'data-testid': 'palette-item',
    'data-label': label.name,
  };
  return (
    <TypeItem on="node" type={label}>
      {editable ? (
        <button
          type="button"
          {...look}
          draggable
          title={t('place', { label: isolated(label.name) })}
          onDragStart={(event) => startLabelDrag(event.dataTransfer, label.name)}
          onClick={() => onPlace(label.name)}
        >
          <LabelFace label={label} />
        </button>
      ) : (
        <div {...look} data-fixed>
          <LabelFace label={label} />
        </div>
      )}
    </TypeItem>
  );
}

function EdgeTypeItem({ type }: { type: ElementType }) {
  const count = useEditorState((state) => state.counts.get(type.name) ?? 0);
  return (
    <TypeItem on="edge" type={type}>
      <div className={styles['edgeType']} style={{ '--label-color': type.style.color ?? 'var(--edge)' }}>
        <span className={styles['line']} aria-hidden />
        <span className={styles['name']} dir="auto">
          {type.name}
        </span>
        <span className={styles['count']}>{count}</span>
      </div>
    </TypeItem>
  );
}

export function Palette({ onPlace }: PaletteProps) {
  const { t } = useTranslation('labels');
  const labels = useTypesByName('labels');
  const edgeTypes = useTypesByName('edgeTypes');
  const editable = useEditorState(mayEdit);
  const words = useEditorState(cannotEditWords);
  return (
    <aside {...REGION} className={styles['palette']} aria-label={t('name')}>
      <div className={styles['head']}>
        <h2 className={styles['heading']}>{t('labels')}</h2>
        <SchemaButton />
      </div>
      {!editable && <p className={styles['hint']}>{words}</p>}
      {editable && labels.length === 0 && <p className={styles['hint']}>{t('first')}</p>}
      <ul className={styles['list']}>
        {labels.map((label) => (
          <LabelItem key={label.name} label={label} onPlace={onPlace} />
        ))}
      </ul>
      <NewLabel />
      {edgeTypes.length > 0 && (
        <section className={styles['edgeTypes']}>
          <h2 className={styles['heading']}>{t('edgeTypes')}</h2>
          <ul className={styles['list']}>
            {edgeTypes.map((type) => (
              <EdgeTypeItem key={type.name} type={type} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
