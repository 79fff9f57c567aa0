/** Whether drags snap to guides: the person's choice, kept in the browser for all graphs. One for the whole page. */

const KEY = 'kumiko.snapping';

let chosen = true;

/** What was chosen in this browser; on, where nothing was. */
export function keptSnapping(storage: Pick<Storage, 'getItem'>): boolean {
  return storage.getItem(KEY) !== 'off';
}

export function keepSnapping(storage: Pick<Storage, 'setItem'>, snapping: boolean): void {
  storage.setItem(KEY, snapping ? 'on' : 'off');
}

export function setSnapping(snapping: boolean): void {
  chosen = snapping;
}

export function isSnapping(): boolean {
  return chosen;
}
