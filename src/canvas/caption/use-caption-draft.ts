import { useState } from 'react';
import { inputText, parseInput } from '../../kit/parse-input';
import type { PropertyType, PropertyValue } from '../../shared/graph/values';

interface CaptionDraft {
  readonly text: string;
  readonly type: (text: string) => void;
  /** What was typed differs from what is there. */
  readonly isChanged: boolean;
  /** Someone else changed the caption after the person began to type. */
  readonly isOvertaken: boolean;
  /** What to save: nothing (`undefined` takes the caption away), a value, or why it cannot be. */
  readonly result: () => { readonly value: PropertyValue | undefined } | { readonly problem: string };
}

/** What is being typed for a caption. As long as nothing was typed, it follows what others make of it. */
export function useCaptionDraft(type: PropertyType, value: PropertyValue | undefined): CaptionDraft {
  const [draft, setDraft] = useState<string>();
  /** The caption when the person began to type. */
  const [before, setBefore] = useState(value);
  const isChanged = draft !== undefined && draft !== inputText(type, value);
  return {
    text: draft ?? inputText(type, value),
    type: (text) => {
      if (draft === undefined) setBefore(value);
      setDraft(text);
    },
    isChanged,
    isOvertaken: isChanged && value !== before,
    result: () => {
      const text = draft ?? '';
      if (text === '' && type !== 'STRING') return { value: undefined };
      const parsed = parseInput(type, text);
      return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
    },
  };
}
