import { useEffect, useState } from 'react';

/** Milliseconds after which waiting is worth a word. */
const LONG = 300;

/** Whether this has been the same for long. */
export function useIsLong(since: unknown): boolean {
  const [long, setLong] = useState<unknown>();
  useEffect(() => {
    const timer = setTimeout(() => setLong(() => since), LONG);
    return () => clearTimeout(timer);
  }, [since]);
  return long === since;
}
