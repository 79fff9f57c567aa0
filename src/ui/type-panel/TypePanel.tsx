/** A label or edge type: its name, its look, its properties, and the way to delete it. Changes are saved as they are made. */
import { useTranslation } from 'react-i18next';
import { typeNameWords } from '../../commands/name-words';
import type { ElementType } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { NameField } from '../properties/NameField';
import { PropertyList } from '../properties/PropertyList';
import { SidePanel } from '../side-panel/SidePanel';
import { CaptionChoice } from './CaptionChoice';
import { ColorChoice } from './ColorChoice';
import { DeleteType } from './DeleteType';
import { IconChoice } from './IconChoice';
import { SizeChoice } from './SizeChoice';
import styles from './TypePanel.module.css';

export function TypePanel() {
  const open = useEditorState(({ panel, typeInEdit }) => (panel === 'type' ? typeInEdit : undefined));
  const type = useEditorState(({ labels, edgeTypes }) =>
    open === undefined ? undefined : (open.on === 'node' ? labels : edgeTypes).get(foldName(open.of)),
  );
  if (open === undefined || type === undefined) return null;
  return <OpenPanel key={`${open.on} ${open.opened}`} on={open.on} type={type} />;
}

interface OpenPanelProps {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
}

function OpenPanel({ on, type }: OpenPanelProps) {
  const { t } = useTranslation('types');
  const { store, edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const close = () => store.setState({ panel: undefined, typeInEdit: undefined });
  const restyle = (style: (Op & { op: 'set_style' })['style']) =>
    void edit([{ op: 'set_style', on, of: type.name, style }]);
  const { style } = type;
  return (
    <SidePanel
      title={
        <>
          <span className={styles['kind']}>{t(on === 'node' ? 'label' : 'edgeType')}</span> <bdi>{type.name}</bdi>
        </>
      }
      closeLabel={t('close')}
      onClose={close}
      width={320}
    >
      <div className={styles['body']}>
        <NameField
          label={t('name')}
          name={type.name}
          readOnly={!editable}
          problemOf={(name) => typeNameWords(name, store.getState(), type.name)}
          onRename={(to) => void edit([{ op: 'rename_type', on, of: type.name, to }])}
        />
        <fieldset disabled={!editable} className={styles['look']}>
          <ColorChoice color={style.color} onChoose={(color) => restyle({ color })} />
          <IconChoice
            icon={style.icon}
            onChoose={(icon) => restyle({ icon })}
            onNone={on === 'edge' ? () => restyle({ icon: null }) : undefined}
          />
          {on === 'node' && <SizeChoice type={type} onChoose={(size) => restyle({ size })} />}
          <CaptionChoice on={on} type={type} onChoose={(caption) => restyle({ caption })} />
        </fieldset>
        <section className={styles['section']}>
          <h3>{t('properties')}</h3>
          <PropertyList on={on} type={type} />
        </section>
        <DeleteType on={on} type={type} onDelete={close} />
        <p className={styles['hint']}>{t('saved')}</p>
      </div>
    </SidePanel>
  );
}
