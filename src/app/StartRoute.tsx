/** The first page, with what it needs from the server and the browser. */
import { useCallback, useEffect, useState } from 'react';
import { t } from '../i18n/i18n';
import { saidOf } from '../i18n/said';
import { unsentRooms } from '../offline/unsent-rooms';
import { ApiError, createRoom, listSamples, type SampleInfo } from '../session/room-api';
import { realClock } from '../shared/clock';
import { recentGraphs } from '../store/recent-graphs';
import { openGraphFile } from '../ui/import-dialog/open-graph-file';
import { StartPage } from '../ui/start/StartPage';
import { browserStorage } from './browser-storage';
import { chooseLanguage } from './choose-language';
import { addressWithKey } from './keys/address-key';
import { putRingEntry } from './keys/key-ring';
import { authMode } from './sign-in/auth-mode';
import { Tokens } from './sign-in/tokens';
import { SignInError, withPass } from './sign-in/with-pass';

interface StartRouteProps {
  /** The address is a new graph's now, into which the file is to be imported. */
  readonly onFileOpened: (file: File) => void;
}

export function StartRoute({ onFileOpened }: StartRouteProps) {
  const [samples, setSamples] = useState<SampleInfo[]>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [recent] = useState(() => recentGraphs(browserStorage()));

  const [unsent, setUnsent] = useState<ReadonlyMap<string, number>>(new Map());

  useEffect(() => {
    unsentRooms({ indexedDB: window.indexedDB, clock: realClock }).then((rooms) =>
      setUnsent(new Map(rooms.map(({ room, patches }) => [room, patches]))),
    );
    listSamples().then(setSamples, (error: unknown) => setProblem(sentenceOf(error)));
  }, []);

  /** @param go leads on to the new graph's address */
  const open = useCallback(async (from: Parameters<typeof createRoom>[0], go: (address: string) => void) => {
    setBusy(true);
    setProblem(undefined);
    const storage = browserStorage();
    const tokens = new Tokens({ mode: () => authMode(storage), place: window.location });
    try {
      const { room, key } = await withPass(tokens.source, undefined, (pass) => createRoom(from, pass));
      // Nobody else has it, and without it the graph would be lost.
      putRingEntry(storage, room, { key, role: 'owner' });
      go(addressWithKey(window.location.origin, room, key));
    } catch (error) {
      if (error instanceof SignInError && error.url !== undefined) window.location.assign(error.url);
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  }, []);
  const openFile = useCallback(
    async (file: File) => {
      // No graph is made for a file that could not be imported into it.
      const read = await openGraphFile(file);
      if (!read.ok) return setProblem(read.reason);
      await open({ title: t('page:untitled') }, (address) => {
        // Loading another page would lose the file.
        window.history.pushState(null, '', address);
        window.addEventListener('popstate', () => window.location.reload());
        onFileOpened(file);
      });
    },
    [open, onFileOpened],
  );
  const load = (address: string) => window.location.assign(address);
  return (
    <StartPage
      recent={recent}
      unsent={unsent}
      samples={samples}
      busy={busy}
      problem={problem}
      onNew={() => void open({ title: t('page:untitled') }, load)}
      onFile={openFile}
      onLanguage={chooseLanguage}
      onSample={(sample) => void open({ sample }, load)}
    />
  );
}

/** What to tell the person; anything but an expected failure is a bug, and goes on as one. */
function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return saidOf(error);
  throw error;
}
