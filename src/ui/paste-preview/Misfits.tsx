/** Says which values of a piece of a graph do not fit this one, and offers to paste it without them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fitted, putPiece } from '../../clipboard/paste-piece';
import { useCommands } from '../../commands/commands-context';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import type { Position } from '../../shared/graph/model';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import styles from './PastePreview.module.css';

interface MisfitsProps {
  readonly piece: GraphSnapshot;
  readonly at: Position;
  readonly onDone: () => void;
}

export function Misfits({ piece, at, onDone }: MisfitsProps) {
  const { t } = useTranslation(['clipboard', 'inspector']);
  const { context } = useCommands();
  const { store } = context.editor;
  const editable = useEditorState(mayEdit);
  const labels = useEditorState((state) => state.labels);
  const edgeTypes = useEditorState((state) => state.edgeTypes);
  const { misfits } = useMemo(
    () => fitted(piece, { ...store.getState(), labels, edgeTypes }, at),
    [piece, store, labels, edgeTypes, at],
  );
  const paste = () => {
    putPiece(context, fitted(piece, store.getState(), at));
    onDone();
  };
  return (
    <>
      <p>{t('misfits.intro')}</p>
      <ul className={styles['misfits']}>
        {misfits.map(({ of, property, type, values }) => (
          <li key={`${of}\n${property}`}>
            {t('misfits.property', {
              count: values,
              of: isolated(of),
              property: isolated(property),
              type: t(`inspector:types.${type}`),
            })}
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button look="primary" data-first disabled={!editable} onClick={paste}>
          {t('misfits.paste')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </>
  );
}
