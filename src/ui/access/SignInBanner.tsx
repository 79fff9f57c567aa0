/** The sign-in has ended, and the work goes on only with a new one. */
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { Banner } from '../../kit/Banner';
import { useEditorState } from '../../store/editor-context';
import styles from './Access.module.css';

export function SignInBanner() {
  const { t } = useTranslation('access');
  const signIn = useEditorState((state) => state.signIn);
  if (signIn === undefined) return null;
  return (
    <Banner
      look="warn"
      urgent
      actions={
        signIn.url !== undefined && (
          <a className={styles['link']} href={signIn.url}>
            {t('signInAgain')}
          </a>
        )
      }
    >
      {t(signIn.url === undefined ? 'signInElsewhere' : 'signInKept', { reason: said(signIn.reason) })}
    </Banner>
  );
}
