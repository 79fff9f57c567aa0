/** Whether what one did is safe, in words. */
import type { TFunction } from 'i18next';
import { Check, CloudOff, LoaderCircle, Pause, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConnectionState } from '../../store/connection';
import { useEditorState } from '../../store/editor-context';
import styles from './ConnectionStatus.module.css';

const ICONS = { saved: Check, saving: LoaderCircle, reconnecting: RefreshCw, offline: CloudOff } as const;

interface Standing {
  readonly state: ConnectionState;
  readonly pending: number;
  readonly joined: boolean;
  readonly ended: boolean;
  /** What is pending outlives the page. */
  readonly keeping: boolean;
  /** Pending changes that wait until the person may edit. */
  readonly heldBack: number;
}

function words(t: TFunction<'connection'>, { state, pending, joined, ended, keeping, heldBack }: Standing): string {
  const withPending = (standing: string) => {
    if (pending === 0) return standing;
    return t(keeping ? 'withKept' : 'withUnsaved', { standing, count: pending });
  };
  if (ended) return withPending(t('ended'));
  switch (state) {
    case 'saved':
      return t('saved');
    case 'saving':
      return heldBack > 0 ? t('heldBack', { count: heldBack }) : t('saving', { count: pending });
    case 'reconnecting':
      return joined ? withPending(t('reconnecting')) : t('connecting');
    case 'offline':
      return withPending(t('offline'));
  }
}

export function ConnectionStatus() {
  const { t } = useTranslation('connection');
  const state = useEditorState((editor) => editor.connection);
  const pending = useEditorState((editor) => editor.pending.length);
  const joined = useEditorState((editor) => editor.joined);
  const version = useEditorState((editor) => editor.serverVersion);
  const ended = useEditorState((editor) => editor.endReason !== undefined);
  const keeping = useEditorState((editor) => editor.keeping);
  const heldBack = useEditorState((editor) => editor.heldBack);
  const waits = state === 'saving' && heldBack > 0;
  const Icon = waits ? Pause : ICONS[state];
  return (
    <div className={styles['status']}>
      <output
        className={styles['words']}
        data-testid="connection-status"
        data-state={state}
        data-pending={pending}
        data-waits={waits}
      >
        <Icon size={14} aria-hidden />
        {words(t, { state, pending, joined, ended, keeping, heldBack })}
      </output>
      <span className={styles['version']} title={t('version')}>
        v<span data-testid="server-version">{version}</span>
      </span>
    </div>
  );
}
