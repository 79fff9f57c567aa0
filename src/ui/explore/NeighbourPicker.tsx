/** Lists a node's neighbours by edge type and direction, with how many there are and how many of them are hidden. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/commands-context';
import type { GraphEngine } from '../../engine/graph-engine';
import { saidOf } from '../../i18n/said';
import { isolated } from '../../kit/bidi';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { captionOf } from '../../store/caption';
import { useEditor, useEditorState } from '../../store/editor-context';
import { announce } from '../../store/editor-store';
import { PointPicker } from '../picker/PointPicker';
import styles from '../picker/PointPicker.module.css';
import { askNeighbours, type Neighbours } from './ask-neighbours';
import { type NeighbourChoice, neighbourChoices } from './neighbour-choices';
import { reveal } from './reveal';
import { useSettledRevision } from './use-settled-revision';

interface NeighbourPickerProps {
  readonly id: NodeId;
  readonly at: { readonly x: number; readonly y: number };
  readonly engine: Pick<GraphEngine, 'query'>;
  readonly onClose: () => void;
}

export function NeighbourPicker({ id, at, engine, onClose }: NeighbourPickerProps) {
  const { t } = useTranslation(['explore', 'canvas']);
  const { store } = useEditor();
  const { context } = useCommands();
  const { neighbours, problem } = useNeighbours(engine, id);
  const [typed, setTyped] = useState('');
  const viewFilter = useEditorState((state) => state.viewFilter);
  const row = useEditorState((state) => state.nodes.get(id));
  const caption = useEditorState(({ labels }) => row && captionOf(labels.get(foldName(row.label)), row.properties));
  const choices = useMemo(
    () => (neighbours === undefined ? [] : neighbourChoices(neighbours, { ...store.getState(), viewFilter })),
    [neighbours, store, viewFilter],
  );
  const matching = choices.filter(({ type }) => foldName(type ?? '').includes(foldName(typed.trim())));
  const name = caption ?? t('canvas:unnamed', { label: isolated(row?.label ?? '') });

  const onPick = (key: string) => {
    const chosen = choices.find((choice) => choice.key === key);
    if (chosen === undefined) return;
    const { nodes, edges, hidden } = chosen;
    onClose();
    reveal(context, { nodes: [id, ...nodes], edges }, { nodes, edges: [] });
    const count = nodes.length;
    announce(
      store,
      hidden === 0 ? t('neighbours.saidShown', { count }) : t('neighbours.saidHidden', { count, hidden }),
    );
  };
  const said = () => {
    if (problem !== undefined) return t('neighbours.failed', { reason: problem });
    if (neighbours === undefined) return t('neighbours.asking');
    if (choices.length === 0) return t('neighbours.none');
    return matching.length === 0 ? t('neighbours.noneLike') : undefined;
  };
  return (
    <PointPicker
      words={{
        title: t('neighbours.title'),
        field: t('neighbours.field'),
        list: t('neighbours.list'),
        placeholder: t('neighbours.placeholder'),
      }}
      at={at}
      head={<p className={styles['head']}>{t('neighbours.of', { name: isolated(name) })}</p>}
      typed={typed}
      onType={setTyped}
      choices={matching.map((choice) => ({ key: choice.key, face: <Face {...choice} /> }))}
      problem={said()}
      onPick={onPick}
      onCancel={onClose}
    />
  );
}

function Face({ type, direction, nodes, hidden }: NeighbourChoice) {
  const { t } = useTranslation('explore');
  const color = useEditorState((state) => state.edgeTypes.get(foldName(type ?? ''))?.style.color);
  const count = nodes.length;
  const name = type === undefined ? t('neighbours.all') : t(`neighbours.${direction}`, { type: isolated(type) });
  return (
    <span className={styles['face']}>
      <span className={styles['dot']} style={{ '--label-color': color ?? 'var(--edge)' }} />
      <span className={styles['words']}>{name}</span>
      <span className={styles['note']}>
        {hidden === 0 ? t('neighbours.shown', { count }) : t('neighbours.hidden', { count, hidden })}
      </span>
    </span>
  );
}

/** What the database has, as of now: it is asked again when something changed. */
function useNeighbours(engine: Pick<GraphEngine, 'query'>, id: NodeId) {
  const { store } = useEditor();
  const revision = useSettledRevision();
  const [neighbours, setNeighbours] = useState<readonly Neighbours[]>();
  const [problem, setProblem] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change in place, and the revision with them
  useEffect(() => {
    const row = store.getState().nodes.get(id);
    if (row === undefined) return;
    let isWanted = true;
    askNeighbours(engine, row.label, id).then(
      (found) => isWanted && setNeighbours(found),
      (error: unknown) => isWanted && setProblem(error instanceof Error ? saidOf(error) : String(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [engine, id, store, revision]);
  return { neighbours, problem };
}
