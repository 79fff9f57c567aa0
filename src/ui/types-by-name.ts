import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { locale } from '../i18n/formats';
import type { ElementType } from '../shared/graph/model';
import { useEditorState } from '../store/editor-context';

/**
 * The labels or the edge types, sorted by name as people do who read the page's language. In which order they were made is
 * nothing one could see or change: a renamed one would stand in a place that nobody can explain.
 */
export function useTypesByName(of: 'labels' | 'edgeTypes'): readonly ElementType[] {
  const types = useEditorState((state) => state[of]);
  const { language } = useTranslation().i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes first depends on the language
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale(), { numeric: true });
    return [...types.values()].sort((a, b) => compare(a.name, b.name));
  }, [types, language]);
}
