import { expect, onTestFinished, test } from 'vitest';
import { must } from '../shared/assert';
import { createEditorStore } from '../store/editor-store';
import { isSnapping, keptSnapping, setSnapping } from '../store/snapping';
import { isEnabled } from './commands-context';
import { snapCommands } from './snap-commands';

test('snapping is turned off and on again, one of which is offered, and kept', () => {
  onTestFinished(() => setSnapping(true));
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const commands = snapCommands(storage);
  const state = createEditorStore().getState();
  const offered = () => commands.filter((each) => isEnabled(each, state)).map(({ id }) => id);
  // They need neither editor nor canvas.
  const run = (id: string) =>
    Reflect.apply(
      must(
        commands.find((each) => each.id === id),
        id,
      ).run,
      undefined,
      [undefined],
    );
  expect(keptSnapping(storage)).toBe(true);
  expect(offered()).toEqual(['snap-off']);
  run('snap-off');
  expect([isSnapping(), keptSnapping(storage)]).toEqual([false, false]);
  expect(offered()).toEqual(['snap-on']);
  run('snap-on');
  expect([isSnapping(), keptSnapping(storage)]).toEqual([true, true]);
});
