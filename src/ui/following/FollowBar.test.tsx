// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { NO_PRESENCE } from '../../shared/protocol/presence';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { renderEditor } from '../testing/render-editor';
import { FollowBar, FollowFrame } from './FollowBar';

const BO = newTestClientId();

/** The page of someone who follows Bo. */
function followingBo() {
  const rendered = renderEditor([<FollowFrame key="frame" />, <FollowBar key="bar" />, <input key="field" />]);
  const person = { name: 'Bo', color: '#026fd7' };
  rendered.set({ peers: new Map([[BO, { clientId: BO, person, role: 'editor', state: NO_PRESENCE }]]), following: BO });
  return rendered;
}
const bar = () => screen.queryByTestId('following');

describe('who is followed', () => {
  test('is said, in their colour', () => {
    const { set } = followingBo();
    expect(bar()?.textContent).toContain('Following Bo');
    expect(bar()?.style.getPropertyValue('--person-color')).toBe('#026fd7');
    set({ following: undefined });
    expect(bar()).toBeNull();
  });

  test('is not said of someone who is not here', () => {
    const { set } = followingBo();
    set({ peers: new Map() });
    expect(bar()).toBeNull();
  });
});

describe('it ends', () => {
  test('by the button', async () => {
    const { user, store } = followingBo();
    await user.click(screen.getByRole('button', { name: 'Stop following' }));
    expect(store.getState().following).toBeUndefined();
  });

  test('by Esc, which then means nothing else', () => {
    const { store } = followingBo();
    const isOthersToo = fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(store.getState().following).toBeUndefined();
    expect(isOthersToo).toBe(false);
  });

  test('not by Esc in a field, which takes back what is typed there', () => {
    const { store } = followingBo();
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
    expect(store.getState().following).toBe(BO);
  });
});
