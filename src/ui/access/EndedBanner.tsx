/** The session is over: why, and what of one's own was not saved. */
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { Banner } from '../../kit/Banner';
import { CopyButton } from '../../kit/CopyButton';
import { useEditor, useEditorState } from '../../store/editor-context';

export function EndedBanner() {
  const { t } = useTranslation('access');
  const { copyPending } = useEditor();
  const reason = useEditorState((state) => state.endReason);
  const pending = useEditorState((state) => state.pending.length);
  if (reason === undefined) return null;
  const ended = t('ended', { reason: said(reason) });
  return (
    <Banner
      look="bad"
      urgent
      actions={pending > 0 && <CopyButton text={copyPending}>{t('copyChanges', { count: pending })}</CopyButton>}
    >
      {pending === 0 ? ended : t('sentences', { first: ended, second: t('changesOfYours', { count: pending }) })}
    </Banner>
  );
}
