import type { LegendSample } from '../../picture/legend-entry';
import { ScoreLegend } from './ScoreLegend';
import { ValueList } from './ValueList';

/** Of what a legend's words mean, that which stands beneath them. */
export function BeneathWords({ sample }: { readonly sample: LegendSample | undefined }) {
  switch (sample?.kind) {
    case 'values':
      return <ValueList values={sample.values} />;
    case 'ramp':
    case 'cards':
    case 'lines':
      return <ScoreLegend sample={sample} />;
    default:
      return null;
  }
}
