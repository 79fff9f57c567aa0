/** The nodes and edges of a path, in order: one goes to each of them. */
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import { isolated } from '../../kit/bidi';
import { colorOf } from '../../kit/colors';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import type { EdgeRow } from '../../store/rows';
import styles from './PathPanel.module.css';
import { reveal } from './reveal';
import { useCaptions } from './use-captions';
import type { FoundPath } from './use-path';

export function PathSteps({ path }: { readonly path: FoundPath }) {
  const { t } = useTranslation('explore');
  return (
    <ol className={styles['steps']} aria-label={t('route.list')}>
      {path.nodes.map((id, place) => (
        <Fragment key={id}>
          <NodeStep id={id} />
          {path.steps[place] !== undefined && <EdgeStep from={id} edges={path.steps[place]} />}
        </Fragment>
      ))}
    </ol>
  );
}

function NodeStep({ id }: { readonly id: NodeId }) {
  const { context } = useCommands();
  const style = useEditorState(({ nodes, labels }) => labels.get(foldName(nodes.get(id)?.label ?? ''))?.style);
  const captionOfNode = useCaptions();
  return (
    <li>
      <button
        type="button"
        className={styles['node']}
        style={{ '--label-color': colorOf(style) }}
        onClick={() => reveal(context, { nodes: [id], edges: [] })}
      >
        <span className={styles['dot']} />
        <span className={styles['name']}>{captionOfNode(id)}</span>
      </button>
    </li>
  );
}

/** Each type once, with its direction; several edges of a type are gone to together. */
function EdgeStep({ from, edges }: { readonly from: NodeId; readonly edges: readonly EdgeRow[] }) {
  const { t } = useTranslation('explore');
  const { context } = useCommands();
  const goTo = (alike: readonly EdgeId[], ends: readonly NodeId[]) =>
    reveal(context, { nodes: ends, edges: alike }, { nodes: [], edges: alike });
  return (
    <li className={styles['between']}>
      {kindsOf(edges).map((alike) => {
        const [{ type, source, target }] = alike;
        const way = source === from ? 'along' : 'against';
        const words = { type: isolated(type) };
        return (
          <button
            key={`${way} ${type}`}
            type="button"
            className={styles['edge']}
            aria-label={t(`route.${way}Spoken`, words)}
            onClick={() =>
              goTo(
                alike.map(({ id }) => id),
                [source, target],
              )
            }
          >
            {t(`route.${way}`, words)}
          </button>
        );
      })}
    </li>
  );
}

type Alike = [EdgeRow, ...EdgeRow[]];

/** Edges of one type and direction together. */
function kindsOf(edges: readonly EdgeRow[]): readonly Alike[] {
  const kinds = new Map<string, Alike>();
  for (const edge of edges) {
    const key = `${edge.source} ${edge.type}`;
    const alike = kinds.get(key);
    if (alike === undefined) kinds.set(key, [edge]);
    else alike.push(edge);
  }
  return [...kinds.values()];
}
