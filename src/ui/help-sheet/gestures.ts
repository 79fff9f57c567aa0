/** What is done with the pointer alone, for the help sheet. What the keyboard does is told by the commands themselves. */
import type { actions } from '../../i18n/en/actions';

export interface Gesture {
  readonly name: keyof typeof actions.gesture;
  /** It changes the graph: not for who may only view. */
  readonly changes: boolean;
}

const looks = (name: Gesture['name']): Gesture => ({ name, changes: false });
const changes = (name: Gesture['name']): Gesture => ({ name, changes: true });

export const MOUSE_GESTURES: readonly Gesture[] = [
  changes('dragLabel'),
  changes('doubleClick'),
  changes('dragFromNode'),
  changes('dragToCanvas'),
  changes('dragEnd'),
  changes('doubleClickNode'),
  changes('dragNode'),
  changes('dragFree'),
  looks('dragBox'),
  looks('add'),
  looks('wheel'),
  looks('pan'),
  looks('rightClick'),
  looks('follow'),
];

export const TOUCH_GESTURES: readonly Gesture[] = [
  looks('tap'),
  changes('dragNode'),
  looks('dragCanvas'),
  looks('pinch'),
  looks('longPress'),
  looks('follow'),
];
