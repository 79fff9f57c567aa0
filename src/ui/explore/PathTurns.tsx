/** From one path to others that are as short, and from the last to the first: no button is ever off, and loses the keyboard. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import styles from './PathPanel.module.css';

/** Beyond this, how many there are says nothing more. */
const MANY = 1000;

interface PathTurnsProps {
  /** Of the path that is shown, from 0. */
  readonly index: number;
  readonly count: number;
  readonly onTurn: (index: number) => void;
}

export function PathTurns({ index, count, onTurn }: PathTurnsProps) {
  const { t } = useTranslation('explore');
  const place = index + 1;
  return (
    <div className={styles['turns']}>
      <Button look="quiet" aria-label={t('route.previous')} onClick={() => onTurn((index + count - 1) % count)}>
        <ChevronLeft size={16} aria-hidden />
      </Button>
      <span role="status">
        {count > MANY ? t('route.manyWhich', { index: place }) : t('route.which', { index: place, count })}
      </span>
      <Button look="quiet" aria-label={t('route.next')} onClick={() => onTurn(place % count)}>
        <ChevronRight size={16} aria-hidden />
      </Button>
    </div>
  );
}
