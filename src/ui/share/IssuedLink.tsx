/** A link that was just made, to be copied. */
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../kit/CopyButton';
import { TextInput } from '../../kit/TextInput';
import type { Link } from '../../shared/protocol/links';
import styles from './Share.module.css';

export interface Issued {
  readonly link: Link;
  /** The whole address that it opens by. */
  readonly address: string;
}

export function IssuedLink({ link: { role }, address }: Issued) {
  const { t } = useTranslation('share');
  return (
    <div className={styles['issued']} role="status">
      <p>
        {t(`made.${role}`)} {role === 'owner' && <strong>{t('shownOnlyNow')}</strong>}
      </p>
      <div className={styles['address']}>
        <TextInput
          readOnly
          dir="ltr"
          aria-label={t('newLink')}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton look="primary" label={t('copyNew')} text={() => address} />
      </div>
    </div>
  );
}
