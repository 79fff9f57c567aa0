// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QueryConsole } from '../../console/query-console';
import type { Answer } from '../../engine/graph-engine';
import { testViewId } from '../../shared/graph/ops.arbitrary';
import type { SavedView } from '../../shared/graph/saved-views';
import { ConsoleContext } from '../console/console-context';
import { CommandsAround } from '../testing/commands-around';
import { FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { SaveViewForm } from './SaveViewForm';

const OLD: SavedView = {
  id: testViewId(1),
  name: 'Young people',
  query: 'MATCH (p:Person) WHERE p.age < $age RETURN count(*)',
  parameters: [{ name: 'age', value: 18 }],
  shows: 'number',
  condition: { is: 'at_most', than: 5 },
};

const NUMBER: Answer = { columns: [{ name: 'n', type: 'INT64' }], rows: [[3]], rowCount: 1, tookMs: 1 };
const NODES: Answer = { columns: [{ name: 'p', type: 'NODE' }], rows: [], rowCount: 0, tookMs: 1 };

async function form({ answer, begun }: { answer?: Answer; begun?: SavedView } = {}) {
  const console = new QueryConsole({
    asking: { ask: async () => ({ answer: answer ?? NODES, ofCopy: false }) },
    writing: { isAllowed: () => false, propose: () => Promise.reject(new Error('not allowed')) },
    storage: { getItem: () => null, setItem: () => {} },
    room: 'r',
  });
  if (begun !== undefined) console.takeView(begun, { age: { kind: 'number', text: '18', given: true } });
  else console.type('MATCH (p:Person) RETURN p');
  if (answer !== undefined) await console.run();
  const rendered = renderEditor(
    <CommandsAround all={[]}>
      <ConsoleContext value={console}>
        <SaveViewForm begun={begun} />
      </ConsoleContext>
    </CommandsAround>,
    [...FAMILY, ...(begun === undefined ? [] : [{ op: 'put_view', view: begun } as const])],
  );
  return { ...rendered, console };
}

const kind = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Shown as' }).value;

test('what an answer is decides what it is offered as; a number may have a condition', async () => {
  const { user, edits, store, console } = await form({ answer: NUMBER });
  act(() => console.showSaving({ begun: undefined }));
  expect(kind()).toBe('number');
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'People');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Condition' }), 'must be at least');
  const number = screen.getByRole('textbox', { name: 'Number of the condition' });
  await user.clear(number);
  await user.type(number, 'two{Enter}');
  expect(screen.getByRole('status').textContent).toBe('The condition needs a number.');
  await user.clear(number);
  await user.type(number, '2{Enter}');
  expect(edits).toEqual([
    [
      {
        op: 'put_view',
        view: {
          id: expect.stringMatching(/^v_/u),
          name: 'People',
          query: 'MATCH (p:Person) RETURN p',
          shows: 'number',
          condition: { is: 'at_least', than: 2 },
        },
      },
    ],
  ]);
  expect(console.state.getState().saving).toBeUndefined();
  expect(store.getState().notices[0]?.text).toBe('Saved for everyone');
});

test('nodes are offered as a filter; what does not fit the answer is said', async () => {
  const { user } = await form({ answer: NODES });
  expect(kind()).toBe('filter');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Shown as' }), 'Number');
  expect(screen.getByRole('status').textContent).toBe('The last answer was not a single number.');
});

test('an existing view is changed in its place, or anew where someone deleted it', async () => {
  const { user, edits, show } = await form({ answer: NUMBER, begun: OLD });
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
  expect([name.value, kind()]).toEqual(['Young people', 'number']);
  show({ op: 'put_view', view: { ...OLD, name: 'Children' } });
  expect(screen.getByRole('status').textContent).toMatch(/^Someone has changed this view/u);
  show({ op: 'delete_view', viewId: OLD.id });
  expect(screen.getByRole('status').textContent).toMatch(/^Someone has deleted this view/u);
  show({ op: 'put_view', view: OLD });
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  expect(edits).toEqual([[{ op: 'put_view', view: OLD }]]);
});
