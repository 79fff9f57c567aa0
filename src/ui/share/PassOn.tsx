/** What someone who is no owner may do, and their own link to pass on. */
import { CopyButton } from '../../kit/CopyButton';
import { useEditor, useEditorState } from '../../store/editor-context';
import { ROLE_WORDS } from '../access/role-words';
import styles from './Share.module.css';

export function PassOn() {
  const { ownLink } = useEditor();
  const role = useEditorState((state) => state.role);
  const link = ownLink();
  return (
    <section className={styles['section']}>
      {role !== undefined && <p>You can {ROLE_WORDS[role].may}.</p>}
      {link === undefined ? (
        <p className={styles['soft']}>Owners of the graph can make links for others. Ask one of them.</p>
      ) : (
        <>
          <p className={styles['soft']}>
            You came by a link. You may pass it on: whoever opens it can do the same as you. Owners of the graph can
            make other links, and take each of them back.
          </p>
          <p>
            <CopyButton look="primary" text={() => link}>
              Copy my link
            </CopyButton>
          </p>
        </>
      )}
    </section>
  );
}
