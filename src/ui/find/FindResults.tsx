/** The results by label and edge type, each with how many there are. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Isolate } from '../../kit/Isolate';
import { foldName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import styles from './FindPanel.module.css';
import { FoundItem } from './FoundItem';
import type { Found, FoundGroup } from './results';

interface FindResultsProps {
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  readonly active: string | undefined;
  /** Whether they are of what was typed before. */
  readonly busy: boolean;
  readonly onChoose: (found: Found) => void;
}

/** The id of a result's element, for `aria-activedescendant`. */
export function optionId(list: string, found: string): string {
  return `${list}-${found}`;
}

interface GroupProps extends Pick<FindResultsProps, 'id' | 'active' | 'onChoose'> {
  readonly group: FoundGroup;
  /** Whether others have what was typed. */
  readonly isMixed: boolean;
}

function Group({ id, group, isMixed, active, onChoose }: GroupProps) {
  const { t } = useTranslation('find');
  const type = useEditorState(({ labels, edgeTypes }) =>
    (group.kind === 'node' ? labels : edgeTypes).get(foldName(group.name)),
  );
  const headingId = `${id}-${group.kind}-${group.name.replaceAll(' ', '-')}`;
  const more = group.count - group.listed.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box has groups of options; a fieldset is for fields.
    <div role="group" aria-labelledby={headingId} className={styles['group']}>
      <div id={headingId} className={styles['heading']}>
        <span>
          <Isolate>{group.name}</Isolate>
          {!group.isAsTyped && isMixed && <span className={styles['alike']}> {t('alike')}</span>}
        </span>{' '}
        <span className={styles['count']}>{group.count}</span>
      </div>
      {group.listed.map((found) => (
        <FoundItem
          key={found.row.id}
          id={optionId(id, found.row.id)}
          found={found}
          type={type}
          active={found.row.id === active}
          onChoose={onChoose}
        />
      ))}
      {more > 0 && <div className={styles['more']}>{t('more', { count: more })}</div>}
    </div>
  );
}

export function FindResults({ id, groups, active, busy, onChoose }: FindResultsProps) {
  const { t } = useTranslation('find');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active === undefined) return;
    list.current?.querySelector(`#${CSS.escape(optionId(id, active))}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-busy={busy}
      aria-label={t('results')}
      tabIndex={-1}
      className={styles['results']}
    >
      {groups.map((group) => (
        <Group
          key={`${group.kind} ${group.name}`}
          id={id}
          group={group}
          isMixed={groups.some(({ isAsTyped }) => isAsTyped)}
          active={active}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}
