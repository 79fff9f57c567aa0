/** Copies a text and says so. Where the browser does not allow it, the text is shown, to be copied by hand. */
import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import styles from './CopyButton.module.css';
import { useKitWords } from './words';

interface CopyButtonProps {
  /** Asked for when the button is pressed. */
  readonly text: () => string;
  readonly look?: 'plain' | 'primary' | 'quiet';
  /** What it is called where "Copy" alone would not tell it from others. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** Milliseconds that the button says "Copied". */
const SAID = 2_500;

export function CopyButton({ text, look = 'quiet', label, children }: CopyButtonProps) {
  const words = useKitWords();
  const [copied, setCopied] = useState(false);
  /** What could not be copied. */
  const [shown, setShown] = useState<string>();
  const byHand = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (shown === undefined) return;
    byHand.current?.focus();
    byHand.current?.select();
  }, [shown]);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const content = text();
    try {
      await navigator.clipboard.writeText(content);
      setShown(undefined);
      setCopied(true);
    } catch {
      setShown(content);
    }
  };
  return (
    <>
      <Button look={look} aria-label={copied ? undefined : label} onClick={() => void copy()}>
        {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
        <span aria-live="polite">{copied ? words.copied : (children ?? words.copy)}</span>
      </Button>
      {shown !== undefined && (
        <span className={styles['byHand']}>
          {words.copyByHand}
          <textarea ref={byHand} readOnly rows={2} dir="auto" aria-label={words.toBeCopied} value={shown} />
        </span>
      )}
    </>
  );
}
