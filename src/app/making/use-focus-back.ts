import { useEffect, useState } from 'react';

/** The keyboard goes back to where it was when this appeared, unless it has gone elsewhere by itself. */
export function useFocusBack(): void {
  // While it is first drawn: a field that takes the keyboard does so right after.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What had the keyboard is taken away in the same turn, and with it the keyboard.
      queueMicrotask(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
