/** How a view stands, in a few words: a check by its state and number, a number as it is, others by their kind. */
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../shared/graph/saved-views';
import { checkState } from '../../views/checks';
import { numberIn } from '../../views/view-answer';
import { CheckMark } from './CheckMark';
import { useViewAnswer } from './use-views';
import styles from './Views.module.css';
import { conditionWords, numberWords } from './view-words';

export function Standing({ view }: { readonly view: SavedView }) {
  const { t } = useTranslation('views');
  const answer = useViewAnswer(view.id);
  const number = answer?.status === 'answered' ? numberIn(answer.answer) : undefined;
  const value = number === undefined ? undefined : numberWords(number);
  if (view.shows !== 'number') return <span className={styles['standing']}>{t(`kind.${view.shows}`)}</span>;
  if (view.condition === undefined) {
    return <span className={styles['standing']}>{value ?? t(answer === undefined ? 'waiting' : 'kind.number')}</span>;
  }
  const condition = conditionWords(view.condition);
  return (
    <span className={styles['standing']}>
      <CheckMark state={checkState(view, answer)} />
      <span>{value === undefined ? condition : t('valueAndCondition', { value, condition })}</span>
    </span>
  );
}
