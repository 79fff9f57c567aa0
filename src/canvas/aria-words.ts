import type { TFunction } from 'i18next';
import type { AriaLabelConfig } from 'reactflow';

/** What screen readers say can be done with an element, and what React Flow's own buttons are called. */
export function ariaWords(t: TFunction<'canvas'>, editable: boolean): Partial<AriaLabelConfig> {
  const node = editable ? t('help.node') : t('help.nodeToView');
  return {
    'node.a11yDescription.default': node,
    'node.a11yDescription.keyboardDisabled': node,
    'edge.a11yDescription.default': editable ? t('help.edge') : t('help.edgeToView'),
    'controls.ariaLabel': t('controls.label'),
    'controls.zoomIn.ariaLabel': t('controls.zoomIn'),
    'controls.zoomOut.ariaLabel': t('controls.zoomOut'),
    'controls.fitView.ariaLabel': t('controls.fit'),
    'handle.ariaLabel': t('help.handle'),
  };
}
