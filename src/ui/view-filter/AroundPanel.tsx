/** How many nodes lie around what is selected, to be selected, shown alone, or shown as well. */
import { useTranslation } from 'react-i18next';
import { AroundForm } from './AroundForm';
import { PanelFrame } from './PanelFrame';

export function AroundPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('explore');
  return (
    <PanelFrame title={t('reach.title')} onClose={onClose}>
      <AroundForm />
    </PanelFrame>
  );
}
