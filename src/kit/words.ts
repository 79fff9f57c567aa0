/** What the kit's own parts say. It knows no languages: the page gives it the words (`KitWords`). */
import { createContext, useContext } from 'react';

const ENGLISH = {
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Copying is not allowed here. Copy it from this field:',
  toBeCopied: 'To be copied',
};

/** English, unless the page says otherwise. */
export const KitWords = createContext<Readonly<typeof ENGLISH>>(ENGLISH);

export function useKitWords(): Readonly<typeof ENGLISH> {
  return useContext(KitWords);
}
