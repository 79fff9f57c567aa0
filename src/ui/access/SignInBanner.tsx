/** The sign-in has ended, and the work goes on only with a new one. */
import { Banner } from '../../kit/Banner';
import { useEditorState } from '../../store/editor-context';
import styles from './Access.module.css';

export function SignInBanner() {
  const signIn = useEditorState((state) => state.signIn);
  if (signIn === undefined) return null;
  return (
    <Banner
      look="warn"
      urgent
      actions={
        signIn.url !== undefined && (
          <a className={styles['link']} href={signIn.url}>
            Sign in again
          </a>
        )
      }
    >
      {signIn.reason} What you changed is kept here
      {signIn.url === undefined ? '; sign in again, and this page goes on by itself.' : '.'}
    </Banner>
  );
}
