/** What can be done with an answer: see it on the canvas, copy it. */
import { Focus, MousePointerSquareDashed } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { elementsIn } from '../../console/answer-elements';
import { planText, toCsv, toJson } from '../../console/answer-text';
import { type AnsweredRun, seenOf } from '../../console/query-console';
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import styles from './ConsoleDock.module.css';
import { useConsoleState } from './console-context';
import { useGoTo } from './use-go-to';

/** What an answer is copied as. */
const FORMS = { csv: toCsv, json: toJson, plan: planText } as const;

export function ResultActions() {
  const seen = useConsoleState(({ run }) => seenOf(run));
  const isAnswer = useConsoleState(({ tab }) => tab === 'table' || tab === 'json');
  if (seen === undefined || !isAnswer || seen.answer.rows.length === 0) return null;
  return <Actions seen={seen} />;
}

function Actions({ seen: { answer, isPlan } }: { readonly seen: AnsweredRun }) {
  const { t } = useTranslation('console');
  const asJson = useConsoleState(({ tab }) => tab === 'json');
  const form = asJson ? 'json' : isPlan ? 'plan' : 'csv';
  const goTo = useGoTo();
  const elements = useMemo(() => elementsIn(answer.rows), [answer]);
  const count = elements.nodes.size + elements.edges.size;
  return (
    <div className={styles['actions']}>
      {count > 0 && (
        <>
          <Button look="quiet" title={t('selectHint', { count })} onClick={() => goTo.select(elements)}>
            <MousePointerSquareDashed size={15} aria-hidden /> {t('select')}
          </Button>
          <Button look="quiet" title={t('aloneHint')} onClick={() => goTo.showAlone(elements)}>
            <Focus size={15} aria-hidden /> {t('alone')}
          </Button>
        </>
      )}
      <CopyButton key={form} text={() => FORMS[form](answer)}>
        {t(`copy.${form}`)}
      </CopyButton>
    </div>
  );
}
