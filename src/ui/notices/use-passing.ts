import { useEffect, useRef, useState } from 'react';

/** Milliseconds for which a message that passes is there: long enough to be read twice. */
const SHOWN_FOR = 8_000;

/** Calls back after a while in which the page was seen; the while begins anew whenever it did not count. */
export function usePassing(counts: boolean, onPassed: () => void): void {
  const isSeen = useIsSeen();
  const call = useRef(onPassed);
  useEffect(() => {
    call.current = onPassed;
  });
  useEffect(() => {
    if (!counts || !isSeen) return;
    const timer = setTimeout(() => call.current(), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [counts, isSeen]);
}

function useIsSeen(): boolean {
  const [seen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return seen;
}
