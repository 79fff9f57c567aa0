// @vitest-environment happy-dom
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { speak, spoken, t } from '../i18n/i18n';
import { languageFor } from '../i18n/languages';
import { keptTheme, wearTheme, wornTheme } from '../kit/theme';
import { must } from '../shared/assert';
import { createEditorStore } from '../store/editor-store';
import { isEnabled } from './commands-context';
import { settingsCommands } from './settings-commands';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
};
const commands = settingsCommands(storage);
const command = (id: string) =>
  must(
    commands.find((each) => each.id === id),
    id,
  );
const offered = () => commands.filter((each) => isEnabled(each, createEditorStore().getState())).map(({ id }) => id);
// Settings need neither editor nor canvas.
const run = (id: string) => Reflect.apply(command(id).run, undefined, [undefined]);

beforeEach(() => {
  kept.clear();
  onTestFinished(() => {
    wearTheme('system');
    speak('en');
  });
});

describe('the theme', () => {
  test.each(['light', 'dark'] as const)('%s is worn at once and kept, until the system is followed again', (theme) => {
    run(`theme-${theme}`);
    expect(document.documentElement.dataset['theme']).toBe(theme);
    expect(keptTheme(storage)).toBe(theme);
    expect(wornTheme()).toBe(theme);
    run('theme-system');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect(keptTheme(storage)).toBe('system');
  });

  test('that is worn already is not offered', () => {
    run('theme-dark');
    expect(offered()).toEqual(['theme-light', 'theme-system', 'language-ja']);
  });

  test('is the system’s where nothing sensible was kept', () => {
    expect(keptTheme(storage)).toBe('system');
    kept.set('kumiko.theme', 'pink');
    expect(keptTheme(storage)).toBe('system');
  });
});

test('the other language is spoken at once and kept; it is offered in its own words', () => {
  expect(command('language-ja').title()).toContain('日本語');
  run('language-ja');
  expect([spoken(), languageFor(storage, ['en-GB']), document.documentElement.lang]).toEqual(['ja', 'ja', 'ja']);
  expect(t('commands:undo')).toBe('元に戻す');
  expect(offered()).toContain('language-en');
  expect(offered()).not.toContain('language-ja');
  expect(command('language-en').title()).toContain('English');
});
