/** A graph that is nearly as large as it may become says so before it is, until that is put away. */
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../kit/Banner';
import { Button } from '../../kit/Button';
import { nearLimits } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';

type Near = ReturnType<typeof nearLimits>[number];

/** What was put away: once there is no room at all, that is said again. */
function keyOf({ what, count, limit }: Near): string {
  return count < limit ? what : `full of ${what}`;
}

export function NearLimits() {
  const { t } = useTranslation('access');
  const { store } = useEditor();
  // Drawn anew only when one of them has changed: rows change in place, and all the time.
  useEditorState((state) => JSON.stringify(nearLimits(state)));
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const near = nearLimits(store.getState()).filter((each) => !away.has(keyOf(each)));
  const wordsOf = ({ what, count, limit }: Near) => t(`near.${what}`, { count, limit });
  return near.map((each) => (
    <Banner
      key={keyOf(each)}
      look="quiet"
      actions={
        <Button
          look="quiet"
          aria-label={t('putAway')}
          onClick={() => setAway((before) => new Set([...before, keyOf(each)]))}
        >
          <X size={14} aria-hidden />
        </Button>
      }
    >
      {each.count < each.limit ? wordsOf(each) : t('sentences', { first: wordsOf(each), second: t('full') })}
    </Banner>
  ));
}
