/** Finds nodes and edges by their properties as one types, and goes there. It lies over the canvas, which stays in sight. */
import { Search as SearchIcon, X } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { TextInput } from '../../kit/TextInput';
import { useFocusBack } from '../../kit/use-focus-back';
import type { Searching } from '../../search/search-answer';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './FindPanel.module.css';
import { FindResults, optionId } from './FindResults';
import { type Find, useFind } from './use-find';

interface FindPanelProps {
  readonly searching: Searching;
}

export function FindPanel({ searching }: FindPanelProps) {
  const open = useEditorState((state) => state.panel === 'find');
  return open ? <OpenFindPanel searching={searching} /> : null;
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>, find: Find, close: () => void): void {
  // Enter may end an input method's conversion, and Esc take it back: that is the input method's.
  if (event.nativeEvent.isComposing) return;
  const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
  if (event.key === 'ArrowDown') find.move(1);
  else if (event.key === 'ArrowUp') find.move(-1);
  else if (event.key === 'Enter') find.go(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') close();
  // The browser has a search of its own.
  else if (isFind) event.currentTarget.select();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function OpenFindPanel({ searching }: FindPanelProps) {
  const { t } = useTranslation('find');
  const { store } = useEditor();
  const listId = useId();
  const find = useFind(searching);
  const { query, results, active } = find;
  const close = () => store.setState({ panel: undefined });
  useFocusBack();
  const isFound = results !== undefined && results.count > 0;
  return (
    <search className={styles['panel']} data-over-canvas>
      <div className={styles['head']}>
        <SearchIcon size={16} aria-hidden />
        <TextInput
          autoFocus
          role="combobox"
          aria-label={t('label')}
          aria-expanded={isFound}
          aria-controls={isFound ? listId : undefined}
          aria-activedescendant={isFound && active !== undefined ? optionId(listId, active) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('placeholder')}
          value={query}
          onChange={(event) => find.type(event.target.value)}
          onKeyDown={(event) => onKeyDown(event, find, close)}
        />
        <Button look="quiet" aria-label={t('close')} onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <Said find={find} />
      {isFound && (
        <FindResults
          id={listId}
          groups={results.groups}
          active={active}
          busy={results.query !== query}
          onChoose={find.goTo}
        />
      )}
    </search>
  );
}

/** How many there are, or what to do where there is none. */
function Said({ find: { query, results, failed } }: { find: Find }) {
  const { t } = useTranslation('find');
  const empty = useEditorState((state) => state.nodes.size === 0);
  const words = () => {
    if (query.trim() === '') return empty ? t('empty') : t('teach');
    if (failed) return t('failed');
    if (results === undefined) return t('searching');
    const { count, isAsTyped } = results;
    if (count > 0 && isAsTyped) return t('count', { count });
    return t(count > 0 ? 'onlyAlike' : 'nothing', { count, query: isolated(results.query.trim()) });
  };
  return (
    <p role="status" className={styles['said']}>
      {words()}
    </p>
  );
}
