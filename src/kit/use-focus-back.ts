import { useEffect, useState } from 'react';

/** For what takes the keyboard: once it is gone, the keyboard is where it was before, unless it went elsewhere by itself. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
