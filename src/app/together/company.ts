/** Who came and who left, said to who listens; and following someone who left comes to an end. */
import { formatList } from '../../i18n/formats';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import type { Clock } from '../../shared/clock';
import { announce, type EditorState, type EditorStore, notify } from '../../store/editor-store';

/** Milliseconds in which who comes back, as after a reload, was never away. */
const PAUSE = 2_000;

type Named = Pick<EditorState, 'peers'>;

/** @returns stops */
export function watchCompany(store: EditorStore, clock: Clock): () => void {
  let known: ReadonlySet<string> | undefined;
  let cancel: (() => void) | undefined;
  const tell = () => {
    cancel = undefined;
    const { connection, peers } = store.getState();
    // Who is away oneself does not know who is there.
    if (connection === 'offline' || connection === 'reconnecting') return;
    const here = namesOf({ peers });
    const came = [...here].filter((name) => known?.has(name) !== true);
    const left = [...(known ?? [])].filter((name) => !here.has(name));
    const names = formatList(came);
    if (came.length > 0)
      announce(store, known === undefined ? t('together:here', { names }) : t('together:came', { names }));
    if (left.length > 0) announce(store, t('together:left', { names: formatList(left) }));
    known = here;
  };
  const stop = store.subscribe((state, before) => {
    if (state.peers !== before.peers) endFollowing(store, before);
    const isSame = state.connection === before.connection && (state.peers === before.peers || sameSize(state, before));
    if (!isSame) cancel ??= clock.after(PAUSE, tell);
  });
  return () => {
    stop();
    cancel?.();
  };
}

function endFollowing(store: EditorStore, before: Named): void {
  const { following, peers } = store.getState();
  if (following === undefined || peers.has(following)) return;
  store.setState({ following: undefined });
  const name = before.peers.get(following)?.person.name;
  const words = name === undefined ? t('together:someone') : isolated(name);
  notify(store, { text: t('together:followedLeft', { name: words }), passing: true });
}

function namesOf({ peers }: Named): ReadonlySet<string> {
  return new Set(Array.from(peers.values(), ({ person }) => isolated(person.name)));
}

/** Presence changes many times a second; who is here does not. */
function sameSize(state: Named, before: Named): boolean {
  return state.peers.size === before.peers.size && [...state.peers.keys()].every((id) => before.peers.has(id));
}
