/** What someone typed, with what was found in it marked; of a long text, the piece around it. */
import { useMemo } from 'react';
import { withoutReordering } from '../../kit/bidi';
import { markedText } from '../../search/marked-text';

interface MarkedProps {
  readonly children: string;
  /** Folded. */
  readonly marks: readonly string[];
  /** Whether it was found, though not as it is written here, as a number is. */
  readonly whole?: boolean;
}

export function Marked({ children, marks, whole = false }: MarkedProps) {
  const pieces = useMemo(() => {
    const all = markedText(withoutReordering(children), marks);
    return whole && !all.some(({ marked }) => marked) ? all.map(({ text }) => ({ text, marked: true })) : all;
  }, [children, marks, whole]);
  return (
    <bdi>
      {pieces.map(({ text, marked }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their order.
        return marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
      })}
    </bdi>
  );
}
