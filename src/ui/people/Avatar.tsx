/** Someone else, by initials in their colour; a click follows their view, and a second one no longer. */
import { Eye, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import { useEditor, useEditorState } from '../../store/editor-context';
import { followedAfter } from '../../store/following';
import { called, type Someone } from './called';
import { initials } from './initials';
import styles from './People.module.css';

interface AvatarProps extends Someone {
  readonly clientId: string;
  /** With the name written beside it. */
  readonly named?: boolean;
}

export function Avatar({ clientId, person, role, named = false }: AvatarProps) {
  const { t } = useTranslation('together');
  const { store } = useEditor();
  const isFollowed = useEditorState((state) => state.following === clientId);
  const words = called({ person, role });
  return (
    <li>
      <button
        type="button"
        className={named ? styles['named'] : styles['bare']}
        aria-label={words}
        aria-pressed={isFollowed}
        title={isFollowed ? t('stopFollowing') : t('follow', { name: isolated(person.name) })}
        style={{ '--person-color': person.color }}
        onClick={() => store.setState(followedAfter(clientId, store.getState()))}
      >
        <span className={styles['avatar']}>
          {initials(person.name)}
          {role === 'viewer' && <Eye className={styles['role']} size={12} aria-hidden />}
          {role === 'owner' && <Star className={styles['role']} size={12} aria-hidden />}
        </span>
        {named && <span className={styles['name']}>{words}</span>}
      </button>
    </li>
  );
}
