/** Whether what one did is safe, in words. */
import { Check, CloudOff, LoaderCircle, Pause, RefreshCw } from 'lucide-react';
import type { ConnectionState } from '../../store/connection';
import { useEditorState } from '../../store/editor-context';
import styles from './ConnectionStatus.module.css';

const ICONS = { saved: Check, saving: LoaderCircle, reconnecting: RefreshCw, offline: CloudOff } as const;

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}

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

function words({ state, pending, joined, ended, keeping, heldBack }: Standing): string {
  const kept = pending === 0 ? '' : ` – ${changes(pending)} ${keeping ? 'kept' : 'not saved'}`;
  if (ended) return `Disconnected${kept}`;
  switch (state) {
    case 'saved':
      return 'Saved';
    case 'saving':
      if (heldBack > 0) return `${changes(heldBack)} not saved`;
      return `Saving ${changes(pending)}`;
    case 'reconnecting':
      return joined ? `Reconnecting${kept}` : 'Connecting';
    case 'offline':
      return `Offline${kept}`;
  }
}

export function ConnectionStatus() {
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
        {words({ state, pending, joined, ended, keeping, heldBack })}
      </output>
      <span className={styles['version']} title="Server version: how many changes the server has put in order">
        v<span data-testid="server-version">{version}</span>
      </span>
    </div>
  );
}
