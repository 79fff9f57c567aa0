/** In the top bar, where the graph has checks: whether all hold. It leads to them. */
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useEditor } from '../../store/editor-context';
import type { Check, CheckState } from '../../views/checks';
import styles from './CheckIndicator.module.css';
import { CHECK_ICONS } from './CheckMark';
import { useChecks } from './use-views';

export function CheckIndicator() {
  const { t } = useTranslation('views');
  const { store } = useEditor();
  const checks = useChecks();
  if (checks.length === 0) return null;
  const [failing, broken] = [countOf(checks, 'fails'), countOf(checks, 'broken')];
  const state = worst(checks);
  const words = t(`indicator.${state}`, { count: checks.length, failing, broken });
  const Icon = CHECK_ICONS[state];
  return (
    <Button
      look="quiet"
      className={styles['indicator'] ?? ''}
      data-state={state}
      data-testid="checks"
      aria-label={words}
      aria-haspopup="dialog"
      title={words}
      onClick={() => store.setState({ panel: 'views', openView: undefined })}
    >
      <Icon size={16} aria-hidden />
      <span className={styles['words']}>{words}</span>
    </Button>
  );
}

const countOf = (checks: readonly Check[], wanted: CheckState) => checks.filter(({ state }) => state === wanted).length;

/** What is most worth knowing of them all. */
function worst(checks: readonly Check[]): CheckState {
  const order: readonly CheckState[] = ['fails', 'broken', 'waiting'];
  return order.find((state) => countOf(checks, state) > 0) ?? 'holds';
}
