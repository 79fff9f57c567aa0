import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { KitWords } from '../kit/words';

/** Lets the kit's own parts speak the page's language. */
export function SpokenKit({ children }: { children: ReactNode }) {
  const { t } = useTranslation('kit');
  const words = useMemo(
    () => ({
      close: t('close'),
      copy: t('copy'),
      copied: t('copied'),
      copyByHand: t('copyByHand'),
      toBeCopied: t('toBeCopied'),
    }),
    [t],
  );
  return <KitWords value={words}>{children}</KitWords>;
}
