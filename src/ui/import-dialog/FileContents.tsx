/** How much there is in a file, by label and edge type. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Isolate } from '../../kit/Isolate';
import { foldName } from '../../shared/graph/names';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import { useEditorState } from '../../store/editor-context';
import styles from './ImportDialog.module.css';

export function FileContents({ graph }: { readonly graph: GraphSnapshot }) {
  const { t } = useTranslation('files');
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const counts = useMemo(
    () => [counted(graph.nodes, ({ label }) => label), counted(graph.edges, ({ type }) => type)] as const,
    [graph],
  );
  return (
    <>
      <p>{t('contents', { nodes: graph.nodes.length, edges: graph.edges.length })}</p>
      <div className={styles['lists']}>
        <Types heading={t('labels')} types={graph.labels} counts={counts[0]} known={labels} />
        <Types heading={t('edgeTypes')} types={graph.edgeTypes} counts={counts[1]} known={edgeTypes} />
      </div>
    </>
  );
}

interface TypesProps {
  readonly heading: string;
  readonly types: GraphSnapshot['labels'];
  readonly counts: ReadonlyMap<string, number>;
  /** Those of the open graph, by folded name. */
  readonly known: ReadonlyMap<string, unknown>;
}

function Types({ heading, types, counts, known }: TypesProps) {
  const { t } = useTranslation('files');
  if (types.length === 0) return null;
  return (
    <div>
      <h3 className={styles['heading']}>{heading}</h3>
      <ul aria-label={heading}>
        {types.map(({ name }) => (
          <li key={name} className={styles['type']}>
            <Isolate>{name}</Isolate>
            {!known.has(foldName(name)) && <span className={styles['new']}>{t('new')}</span>}
            <span className={styles['count']}>{t('count', { count: counts.get(foldName(name)) ?? 0 })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function counted<T>(elements: readonly T[], nameOf: (element: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const key = foldName(nameOf(element));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
