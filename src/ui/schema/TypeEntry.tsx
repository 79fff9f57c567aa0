/** A label or edge type in the lists: how much there is of it, what it joins, and what is known of it. */
import { ListChecks, Pencil, SquareTerminal } from 'lucide-react';
import { memo, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import { Isolate } from '../../kit/Isolate';
import { iconNamed } from '../../kit/icons';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import { PairList } from './PairList';
import { PropertyTable } from './PropertyTable';
import styles from './SchemaPanel.module.css';
import type { TypeFacts, TypeRef } from './schema-facts';
import { useTypeActions } from './use-type-actions';

interface TypeEntryProps extends TypeRef {
  /** Undefined until it is counted. */
  readonly facts: TypeFacts | undefined;
  /** The entry of this name is looked at. */
  readonly onLook: (name: string) => void;
}

export const TypeEntry = memo(({ on, type, facts, onLook }: TypeEntryProps) => {
  const { t } = useTranslation('schemaPanel');
  const nameId = useId();
  return (
    <li
      className={styles['entry']}
      aria-labelledby={nameId}
      data-type={type.name}
      // The keyboard comes here from the picture.
      tabIndex={-1}
      onFocus={() => onLook(type.name)}
      onPointerEnter={() => onLook(type.name)}
    >
      <div className={styles['entryHead']}>
        <TypeMark on={on} type={type} />
        <h4 id={nameId} className={styles['name']}>
          <Isolate>{type.name}</Isolate>
        </h4>
        <span className={styles['count']} data-testid="schema-count">
          {facts === undefined ? t('counting') : t(on === 'node' ? 'nodes' : 'edges', { count: facts.count })}
        </span>
        <Actions on={on} type={type} isEmpty={facts?.count === 0} />
      </div>
      {on === 'edge' && <PairList pairs={facts?.pairs} />}
      <PropertyTable type={type} facts={facts} />
    </li>
  );
});

function TypeMark({ on, type }: TypeRef) {
  const Icon = iconNamed(type.style.icon);
  if (on === 'edge') {
    return (
      <span className={styles['stroke']} aria-hidden style={{ '--label-color': type.style.color ?? 'var(--edge)' }} />
    );
  }
  return (
    <span className={styles['tile']} style={{ '--label-color': colorOf(type.style) }}>
      <Icon size={15} aria-hidden />
    </span>
  );
}

function Actions({ on, type, isEmpty }: TypeRef & { readonly isEmpty: boolean }) {
  const { t } = useTranslation('schemaPanel');
  const editable = useEditorState(mayEdit);
  const { select, ask, edit } = useTypeActions({ on, type });
  const name = isolated(type.name);
  return (
    <span className={styles['actions']}>
      {!isEmpty && (
        <>
          <Action words={t('select')} label={t('selectOf', { name })} onPress={select}>
            <ListChecks size={15} aria-hidden />
          </Action>
          <Action words={t('ask')} label={t('askOf', { name })} onPress={ask}>
            <SquareTerminal size={15} aria-hidden />
          </Action>
        </>
      )}
      {editable && (
        <Action words={t('edit')} label={t('editOf', { name })} onPress={edit}>
          <Pencil size={14} aria-hidden />
        </Action>
      )}
    </span>
  );
}

interface ActionProps {
  readonly words: string;
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Action({ words, label, onPress, children }: ActionProps) {
  return (
    <Button look="quiet" title={words} aria-label={label} onClick={onPress}>
      {children}
    </Button>
  );
}
