/** The height of the dock, which the person sets and this browser keeps. */
import { useState } from 'react';
import type { HistoryStorage } from '../../console/query-history';

const KEY = 'kumiko.console-height';
const USUAL = 300;
const LEAST = 160;

export interface DockHeight {
  /** Pixels. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  set(height: number): void;
}

export function useDockHeight(storage: HistoryStorage, dock: HTMLElement | null): DockHeight {
  const [wanted, setWanted] = useState(() => Number(storage.getItem(KEY) ?? USUAL) || USUAL);
  // Some of the canvas stays in sight.
  const most = Math.max(LEAST, (dock?.parentElement?.clientHeight ?? 800) - 120);
  const fitting = (height: number) => Math.round(Math.min(most, Math.max(LEAST, height)));
  return {
    value: fitting(wanted),
    least: LEAST,
    most,
    set: (height) => {
      setWanted(fitting(height));
      storage.setItem(KEY, String(fitting(height)));
    },
  };
}
