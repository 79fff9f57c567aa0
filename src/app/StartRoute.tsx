/** The first page, with what it needs from the server and the browser. */
import { useEffect, useState } from 'react';
import { unsentRooms } from '../offline/unsent-rooms';
import { ApiError, createRoom, listSamples, type SampleInfo } from '../session/room-api';
import { realClock } from '../shared/clock';
import { recentGraphs } from '../store/recent-graphs';
import { StartPage } from '../ui/start/StartPage';
import { browserStorage } from './browser-storage';
import { addressWithKey } from './keys/address-key';
import { putRingEntry } from './keys/key-ring';
import { authMode } from './sign-in/auth-mode';
import { Tokens } from './sign-in/tokens';
import { SignInError, withPass } from './sign-in/with-pass';

export function StartRoute() {
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

  const open = async (from: Parameters<typeof createRoom>[0]) => {
    setBusy(true);
    setProblem(undefined);
    const storage = browserStorage();
    const tokens = new Tokens({ mode: () => authMode(storage), place: window.location });
    try {
      const { room, key } = await withPass(tokens.source, undefined, (pass) => createRoom(from, pass));
      // Nobody else has it, and without it the graph would be lost.
      putRingEntry(storage, room, { key, role: 'owner' });
      window.location.assign(addressWithKey(window.location.origin, room, key));
    } catch (error) {
      if (error instanceof SignInError && error.url !== undefined) window.location.assign(error.url);
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <StartPage
      recent={recent}
      unsent={unsent}
      samples={samples}
      busy={busy}
      problem={problem}
      onNew={() => void open({ title: 'Untitled graph' })}
      onSample={(sample) => void open({ sample })}
    />
  );
}

/** What to tell the person; anything but an expected failure is a bug, and goes on as one. */
function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  throw error;
}
