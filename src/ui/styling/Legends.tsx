/** Over the canvas: what colours and sizes mean there. */
import type { Computing } from '../../algorithms/browser-algorithms';
import { useEditorState } from '../../store/editor-context';
import { MeasureLegend } from '../algorithms/MeasureLegend';
import styles from './Legends.module.css';
import { StylingLegend } from './StylingLegend';

export function Legends({ compute }: { readonly compute: Computing }) {
  const isBeside = useEditorState(({ panel }) => panel === 'algorithms' || panel === 'styling');
  return (
    <div className={styles['legends']} data-beside={isBeside}>
      <StylingLegend />
      <MeasureLegend compute={compute} />
    </div>
  );
}
