/** There is a graph's address, and no way in by it. Whether there is such a graph is not known here, and not said. */
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { MessagePage } from '../message-page/MessagePage';

/** @param reason the server's words, or those of the page, in English */
export function NoWayIn({ reason }: { reason: string }) {
  const { t } = useTranslation('access');
  return (
    <MessagePage title={t('noWayIn')}>
      <p>{said(reason)}</p>
      <p>{t('wholeLink')}</p>
    </MessagePage>
  );
}
