// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PERSON_COLORS } from '../../kit/colors';
import type { Role } from '../../shared/access';
import { NO_PRESENCE, type Peer } from '../../shared/protocol/presence';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { renderEditor } from '../testing/render-editor';
import { People } from './People';

const ann = { name: 'Ann Lee', color: PERSON_COLORS[0].color };

function peersNamed(names: readonly string[], role: Role = 'editor'): ReadonlyMap<string, Peer> {
  return new Map(
    names.map((name) => {
      const clientId = newTestClientId();
      return [clientId, { clientId, person: { name, color: '#026fd7' }, role, state: NO_PRESENCE }];
    }),
  );
}

/** Ann's tab, in which she has or has not yet said who she is. */
function annHere({ introduced = true, names = [] as string[] } = {}) {
  const rendered = renderEditor([<People key="people" />, <input key="field" aria-label="Elsewhere" />]);
  rendered.set({ me: ann, introduced, peers: peersNamed(names) });
  return rendered;
}

const people = () => within(screen.getByRole('list', { name: 'People here' })).getAllByRole('listitem');
const namesOf = (items: readonly HTMLElement[]) =>
  items.map((item) => item.querySelector('[aria-label]')?.getAttribute('aria-label'));
const avatar = (name: string) => screen.getByRole('button', { name });
const me = () => screen.getByRole('button', { name: 'Ann Lee (you)' });
const card = () => screen.queryByRole('form', { name: 'Others see you as …' });
const nameField = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Your name' });

describe('who is here', () => {
  test('is shown with oneself first, by initials, with the name to be read', () => {
    annHere({ names: ['Bo', 'Cem Öz'] });
    expect(namesOf(people())).toEqual(['Ann Lee (you)', 'Bo', 'Cem Öz']);
    expect(people().map((item) => item.textContent)).toEqual(['AL', 'B', 'CÖ']);
  });

  test.each([
    [4, 5, undefined],
    [5, 6, '+1'],
    [20, 6, '+16'],
  ])('%i others make %i avatars', (count, shown, rest) => {
    annHere({ names: Array.from({ length: count }, (_, n) => `P${n}`) });
    expect(people()).toHaveLength(shown);
    expect(people().at(-1)?.textContent).toBe(rest ?? 'P');
  });

  test.each<[Role, string]>([
    ['viewer', 'Bo (viewer)'],
    ['editor', 'Bo'],
    ['owner', 'Bo (owner)'],
  ])('is called what they may do, unless it is the usual: %s', (role, words) => {
    const { set } = annHere();
    set({ peers: peersNamed(['Bo'], role) });
    expect(avatar(words)).toBeDefined();
  });

  test('whose name reorders what follows it reorders nothing here', () => {
    annHere({ names: ['\u2069\u202eevil', 'שלום'] });
    expect(namesOf(people())).toEqual(['Ann Lee (you)', 'evil', '\u2068שלום\u2069']);
    expect(people().map((item) => item.textContent)).toEqual(['AL', 'E', 'ש']);
  });

  test('those who are only counted have names, too, and a list to be found in', async () => {
    const { user } = annHere({ names: ['B', 'C', 'D', 'E', 'F', 'G'] });
    const more = avatar('Everyone else here (2 more)');
    expect(more.title).toBe('F, G');
    await user.click(more);
    const list = screen.getByRole('list', { name: 'Everyone else here (2 more)' });
    expect(namesOf(within(list).getAllByRole('listitem'))).toEqual(['F', 'G']);
    await user.keyboard('{Tab}{Escape}');
    expect(screen.queryByRole('list', { name: /^Everyone/u })).toBeNull();
    expect(document.activeElement).toBe(more);
  });
});

describe('someone else’s view', () => {
  const followedIn = ({ store }: ReturnType<typeof annHere>) => {
    const { following, peers } = store.getState();
    return following && peers.get(following)?.person.name;
  };

  test('is followed by a click on them, until the next one', async () => {
    const page = annHere({ names: ['Bo', 'Cem'] });
    expect(avatar('Bo').title).toBe('Follow Bo');
    await page.user.click(avatar('Bo'));
    expect(followedIn(page)).toBe('Bo');
    expect(avatar('Bo').getAttribute('aria-pressed')).toBe('true');
    await page.user.click(avatar('Cem'));
    expect(followedIn(page)).toBe('Cem');
    await page.user.click(avatar('Cem'));
    expect(followedIn(page)).toBeUndefined();
  });

  test('is followed of those who are only counted, too', async () => {
    const page = annHere({ names: ['B', 'C', 'D', 'E', 'F', 'G'] });
    await page.user.click(avatar('Everyone else here (2 more)'));
    await page.user.click(avatar('G'));
    expect(followedIn(page)).toBe('G');
  });
});

describe('the first time', () => {
  test('one is asked who one is, and may go on as if not', async () => {
    const { user, introductions } = annHere({ introduced: false });
    expect(card()).not.toBeNull();
    expect(nameField().value).toBe('Ann Lee');
    expect(document.activeElement).toBe(document.body);
    await user.type(screen.getByRole('textbox', { name: 'Elsewhere' }), 'Bo{Escape}');
    expect(card()).not.toBeNull();
    expect(introductions).toEqual([]);
  });

  test('what is chosen is told and kept, and the card goes', async () => {
    const { user, introductions } = annHere({ introduced: false });
    await user.clear(nameField());
    await user.type(nameField(), '  Annabel ');
    await user.click(screen.getByRole('radio', { name: 'Teal' }));
    await user.click(screen.getByRole('button', { name: "That's me" }));
    const teal = PERSON_COLORS.find(({ name }) => name === 'Teal')?.color;
    expect(introductions).toEqual([{ name: 'Annabel', color: teal }]);
    expect(card()).toBeNull();
    expect(document.activeElement).toBe(document.body);
  });

  test.each(['with the keyboard nowhere', 'from within the card'])(
    'Esc puts the card away, %s; one stays who was made up',
    async (where) => {
      const { user, introductions } = annHere({ introduced: false });
      if (where === 'from within the card') await user.type(nameField(), 'abel');
      await user.keyboard('{Escape}');
      expect(introductions).toEqual([ann]);
      expect(card()).toBeNull();
    },
  );

  test('a name that is none is not taken, and it is said why', async () => {
    const { user, introductions } = annHere({ introduced: false });
    await user.clear(nameField());
    await user.keyboard('  {Enter}');
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toBe('A name has at least one character.');
    expect(nameField().getAttribute('aria-describedby')).toBe(alert.id);
    expect(introductions).toEqual([]);
  });
});

describe('later', () => {
  test('one is not asked again, but may open the card by the own avatar', async () => {
    const { user, introductions } = annHere();
    expect(card()).toBeNull();
    await user.click(me());
    expect(document.activeElement).toBe(nameField());
    await user.clear(nameField());
    await user.type(nameField(), 'Annabel{Enter}');
    expect(introductions).toEqual([{ ...ann, name: 'Annabel' }]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Annabel (you)' }));
  });

  test('a name that an identity provider gives is not for changing here; the colour is', async () => {
    const { user, set, introductions } = annHere();
    set({ identity: { userId: 'ann', name: 'Ann Lee' } });
    await user.click(me());
    await user.type(nameField(), 'abel');
    await user.click(screen.getByRole('radio', { name: 'Teal' }));
    await user.click(screen.getByRole('button', { name: "That's me" }));
    expect(introductions.map(({ name }) => name)).toEqual(['Ann Lee']);
  });

  test.each(['Esc', 'a second click'])('%s closes it, and nothing is told', async (way) => {
    const { user, introductions } = annHere();
    await user.click(me());
    await user.type(nameField(), 'abel');
    if (way === 'Esc') await user.keyboard('{Escape}');
    else await user.click(me());
    expect(card()).toBeNull();
    expect(introductions).toEqual([]);
    expect(document.activeElement).toBe(me());
  });
});
