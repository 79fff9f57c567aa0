/** What one does with a path that was found. */
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import { Button } from '../../kit/Button';
import styles from './PathPanel.module.css';
import { reveal, showAlone } from './reveal';
import type { FoundPath } from './use-path';

export function PathActions({ path }: { readonly path: FoundPath }) {
  const { t } = useTranslation('explore');
  const { context } = useCommands();
  const found = { nodes: path.nodes, edges: path.steps.flat().map(({ id }) => id) };
  return (
    <>
      {path.hidden > 0 && <p className={styles['hint']}>{t('route.hidden', { count: path.hidden })}</p>}
      <div className={styles['actions']}>
        <Button onClick={() => reveal(context, found)}>
          {path.hidden > 0 ? t('route.reveal') : t('route.select')}
        </Button>
        <Button onClick={() => showAlone(context, found)}>{t('route.only')}</Button>
      </div>
    </>
  );
}
