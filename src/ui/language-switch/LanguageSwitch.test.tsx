// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { speak } from '../../i18n/i18n';
import { renderEditor } from '../testing/render-editor';
import { ConnectionStatus } from '../top-bar/ConnectionStatus';
import { LanguageSwitch } from './LanguageSwitch';

function page() {
  onTestFinished(() => speak('en'));
  const chosen: string[] = [];
  const rendered = renderEditor(
    <>
      <LanguageSwitch
        onChoose={(language) => {
          chosen.push(language);
          act(() => speak(language));
        }}
      />
      <ConnectionStatus />
    </>,
  );
  return { ...rendered, chosen };
}

test('every language is there by its own name, and the one that is spoken is chosen', () => {
  page();
  const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' });
  expect(Array.from(choice.options, ({ text }) => text)).toEqual(['English', '日本語']);
  expect(choice.value).toBe('en');
});

test('the page speaks the language at once, says so to screen readers, and goes back', async () => {
  const { user, set, chosen } = page();
  set({ connection: 'saving', joined: true, pending: [] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), '日本語');
  expect(chosen).toEqual(['ja']);
  expect(document.documentElement.lang).toBe('ja');
  set({ connection: 'saved' });
  expect(screen.getByTestId('connection-status').textContent).toBe('保存済み');
  await user.selectOptions(screen.getByRole('combobox', { name: '言語' }), 'English');
  expect(document.documentElement.lang).toBe('en');
  expect(screen.getByTestId('connection-status').textContent).toBe('Saved');
});
