import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import type { StyleRule } from '../../shared/graph/style-rules';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { isForNothing } from './rule-names';
import { inOrder, movedOps } from './rule-order';
import { useRuleWords } from './rule-words';
import styles from './Styling.module.css';

/** All rules, the one that counts most first. */
export function RuleList({ onEdit }: { readonly onEdit: (id: string) => void }) {
  const { t } = useTranslation('styling');
  const { edit } = useEditor();
  const rules = useEditorState((state) => state.rules);
  const listed = inOrder(rules.values());
  if (listed.length === 0) return null;
  return (
    <ol className={styles['rules']} aria-label={t('list')}>
      {listed.map((rule, index) => (
        <RuleItem
          key={rule.id}
          rule={rule}
          isFirst={index === 0}
          isLast={index === listed.length - 1}
          onEdit={() => onEdit(rule.id)}
          onMove={(by) => void edit(movedOps(listed, index, index + by))}
        />
      ))}
    </ol>
  );
}

interface RuleItemProps {
  readonly rule: StyleRule;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

function RuleItem({ rule, isFirst, isLast, onEdit, onMove }: RuleItemProps) {
  const { t } = useTranslation('styling');
  const { edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const isGone = useEditorState((state) => isForNothing(rule, state.ruleNames));
  const words = useRuleWords().whole(rule);
  return (
    <li className={styles['rule']}>
      <span className={styles['words']}>
        {rule.look.set === 'color' && (
          <span className={styles['swatch']} style={{ '--color': rule.look.color }} aria-hidden />
        )}
        {words}
        {isGone && <span className={styles['gone']}>{t('gone')}</span>}
      </span>
      {editable && (
        <span className={styles['actions']}>
          <Button look="quiet" aria-label={t('up', { rule: words })} disabled={isFirst} onClick={() => onMove(-1)}>
            <ArrowUp size={15} aria-hidden />
          </Button>
          <Button look="quiet" aria-label={t('down', { rule: words })} disabled={isLast} onClick={() => onMove(1)}>
            <ArrowDown size={15} aria-hidden />
          </Button>
          <Button look="quiet" aria-label={t('edit', { rule: words })} onClick={onEdit}>
            <Pencil size={15} aria-hidden />
          </Button>
          <Button
            look="quiet"
            aria-label={t('delete', { rule: words })}
            onClick={() => void edit([{ op: 'delete_rule', ruleId: rule.id }])}
          >
            <Trash2 size={15} aria-hidden />
          </Button>
        </span>
      )}
    </li>
  );
}
