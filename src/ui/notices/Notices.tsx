/** What the person should know: what went wrong until they put it away, what was done for a while. */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useEditor, useEditorState } from '../../store/editor-context';
import { dismissNotice } from '../../store/editor-store';
import { NoticeItem } from './NoticeItem';
import styles from './Notices.module.css';

export function Notices() {
  const { store } = useEditor();
  const notices = useEditorState((state) => state.notices);
  const region = useRef<HTMLDivElement>(null);
  /** Where the keyboard was before it came here. */
  const before = useRef<Element>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasKeyboard, setHasKeyboard] = useState(false);
  const isInside = (element: Element | null) => region.current?.contains(element) === true;

  // What was pointed at, or had the keyboard, may have gone without an event that says so.
  if (notices.length === 0 && isPointedAt) setPointedAt(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew with every message that goes
  useEffect(() => setHasKeyboard(isInside(document.activeElement)), [notices]);

  const putAway = (id: number) => {
    const hadKeyboard = isInside(document.activeElement);
    flushSync(() => dismissNotice(store, id));
    const next = region.current?.querySelector('button') ?? before.current;
    if (hadKeyboard && next instanceof HTMLElement) next.focus();
  };
  return (
    <div
      ref={region}
      className={styles['notices']}
      role="status"
      aria-live="polite"
      data-notices
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={({ relatedTarget }) => {
        if (relatedTarget !== null && !isInside(relatedTarget)) before.current = relatedTarget;
        setHasKeyboard(true);
      }}
      onBlur={({ relatedTarget }) => setHasKeyboard(isInside(relatedTarget))}
    >
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} isHeld={isPointedAt || hasKeyboard} onPutAway={putAway} />
      ))}
    </div>
  );
}
