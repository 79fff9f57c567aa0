/** A value of an answer as text for people. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { plainly, seenAs } from '../../console/answer-elements';
import type { QueryValue } from '../../engine/graph-engine';
import { yesNo } from '../../i18n/yes-no';
import { formatValue } from '../../kit/format-value';
import { foldName } from '../../shared/graph/names';
import { captionKey } from '../../store/caption';
import { useEditor } from '../../store/editor-context';

export function useCellText(): (value: QueryValue) => string {
  const { t, i18n } = useTranslation('console');
  const { store } = useEditor();
  // biome-ignore lint/correctness/useExhaustiveDependencies: numbers are written as the language has it
  return useMemo(() => {
    const text = (value: QueryValue): string => {
      if (value === null) return '';
      if (typeof value === 'boolean') return yesNo(value);
      if (typeof value === 'number') return formatValue('DOUBLE', value, yesNo);
      if (typeof value === 'string') return value;
      if (Array.isArray(value)) return value.map(text).join(', ');
      const seen = seenAs(value);
      switch (seen.kind) {
        case 'node': {
          const key = captionKey(store.getState().labels.get(foldName(seen.label)));
          const caption = key === undefined ? null : (seen.properties[key] ?? null);
          return caption === null || caption === '' ? t('unnamed', { label: seen.label }) : text(caption);
        }
        case 'edge':
          return seen.type;
        case 'path':
          return seen.nodes.map(text).join(' → ');
        case 'value':
          return JSON.stringify(plainly(value));
      }
    };
    return text;
  }, [store, t, i18n.language]);
}
