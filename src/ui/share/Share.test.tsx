// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Role } from '../../shared/access';
import { must } from '../../shared/assert';
import { FAMILY } from '../testing/family';
import { OWN_KEY, renderEditor } from '../testing/render-editor';
import { ShareButton } from './ShareButton';

const TEAM = 'link-of-the-team';
const MINE = 'link-that-is-own';

/** The dialog as someone of this role has it open. */
async function shareAs(role: Role, prepare: (links: ReturnType<typeof renderEditor>['links']) => void = () => {}) {
  const rendered = renderEditor(<ShareButton />, FAMILY);
  rendered.set({ role });
  prepare(rendered.links);
  await rendered.user.click(screen.getByRole('button', { name: 'Share' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Share this graph' }));
  if (role === 'owner') await waitFor(() => expect(dialog.queryByText('Asking for the links …')).toBeNull());
  return { ...rendered, dialog };
}

/** An owner with a link to the team and their own. */
const owner = () =>
  shareAs('owner', (links) =>
    links
      .with({ id: MINE, role: 'owner', name: '', isYours: true, connections: 1 })
      .with({ id: TEAM, role: 'editor', name: 'The team', connections: 3, lastUsedAt: 5, key: 'key-of-the-team-0' }),
  );

const linkNamed = (name: string) => {
  const field = screen.getAllByLabelText<HTMLInputElement>('Name of the link').find(({ value }) => value === name);
  return within(must(field?.closest('li'), 'the link'));
};
const copied = () => navigator.clipboard.readText();

describe('who is no owner', () => {
  test.each<[Role, string]>([
    ['viewer', 'You can view this graph.'],
    ['editor', 'You can change this graph.'],
  ])('a %s is told what they may do, and may pass on their own link', async (role, words) => {
    const { dialog, user } = await shareAs(role);
    expect(dialog.getByText(words)).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Copy my link' }));
    expect(await dialog.findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(await copied()).toBe(`${location.origin}/g/family#key=${OWN_KEY}`);
    expect(dialog.queryByRole('button', { name: /Make|Delete|Revoke/u })).toBeNull();
  });

  test('who came without a link has none to pass on', async () => {
    const { user, set } = renderEditor(<ShareButton />);
    set({ role: 'editor', identity: { userId: 'ann', name: 'Ann' } });
    await user.click(screen.getByRole('button', { name: 'Share' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.queryByRole('button', { name: 'Copy my link' })).toBeNull();
    expect(dialog.getByText(/Ask one of them/u)).toBeDefined();
  });

  test('where copying is not allowed the link is there to be copied by hand', async () => {
    const { dialog, user } = await shareAs('viewer');
    const { writeText } = navigator.clipboard;
    onTestFinished(() => {
      navigator.clipboard.writeText = writeText;
    });
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    await user.click(dialog.getByRole('button', { name: 'Copy my link' }));
    const byHand = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name: 'To be copied' });
    expect(byHand.value).toContain(OWN_KEY);
    expect(document.activeElement).toBe(byHand);
  });
});

describe('an owner makes a link', () => {
  test.each<[string, Role]>([
    ['Make an editor link', 'editor'],
    ['Make a viewer link', 'viewer'],
  ])('%s: with one press, to be copied at once', async (button, role) => {
    const { dialog, user, links } = await owner();
    await user.type(dialog.getByLabelText('Whom it is for (optional)'), ' Bo ');
    await user.click(dialog.getByRole('button', { name: button }));
    const address = await dialog.findByRole<HTMLInputElement>('textbox', { name: 'The new link' });
    expect(links.calls).toEqual([['make', { role, name: 'Bo' }]]);
    await user.click(dialog.getByRole('button', { name: 'Copy the new link' }));
    expect(await copied()).toBe(address.value);
    expect(address.value).toMatch(/#key=key-of-new-link/u);
    expect(linkNamed('Bo').getByLabelText<HTMLSelectElement>(/^Role of/u).value).toBe(role);
  });

  test('one for an owner is asked about first, and shown only then', async () => {
    const { dialog, user, links } = await owner();
    const opener = dialog.getByRole('button', { name: 'Owner link …' });
    await user.click(opener);
    const question = screen.getByRole('group', { name: /delete the graph for everyone/u });
    expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(opener);
    expect(links.calls).toEqual([]);
    await user.click(opener);
    await user.click(dialog.getByRole('button', { name: 'Make an owner link' }));
    expect(await dialog.findByText(/shown only now/u)).toBeDefined();
    expect(links.calls).toEqual([['make', { role: 'owner', name: '' }]]);
    expect(dialog.queryByRole('button', { name: 'Copy the owner link without a name' })).not.toBeNull();
  });

  test('what goes wrong is said where it did, and what was typed stays', async () => {
    const { dialog, user, links } = await owner();
    await user.type(dialog.getByLabelText('Whom it is for (optional)'), 'Bo');
    links.refusal = 'The server cannot be reached.';
    await user.click(dialog.getByRole('button', { name: 'Make a viewer link' }));
    expect((await dialog.findByRole('alert')).textContent).toBe('The server cannot be reached.');
    expect(dialog.getByLabelText<HTMLInputElement>('Whom it is for (optional)').value).toBe('Bo');
  });
});

describe('the list of links', () => {
  test('says of each what it is, when it was used, who is here by it, and which is one’s own', async () => {
    await owner();
    const team = linkNamed('The team');
    expect(team.getByText('3 here now')).toBeDefined();
    expect(team.getByText(/^Last used/u)).toBeDefined();
    expect(team.queryByText('Yours')).toBeNull();
    expect(linkNamed('').getByText('Yours')).toBeDefined();
    expect(linkNamed('').getByText('Never used')).toBeDefined();
  });

  test('a link is copied again; that of an owner only if it is one’s own', async () => {
    const { user, links, set } = await owner();
    links.with({ id: 'other-owner-link', role: 'owner', name: 'Cem' });
    set({ peers: new Map() });
    await user.click(linkNamed('The team').getByRole('button', { name: /^Copy/u }));
    expect(await copied()).toMatch(/#key=key-of-the-team-0$/u);
    await user.click(linkNamed('').getByRole('button', { name: /^Copy/u }));
    expect(await copied()).toContain(OWN_KEY);
  });

  test('a name is changed in place, and taken back by Esc', async () => {
    const { user, links } = await owner();
    const name = linkNamed('The team').getByLabelText('Name of the link');
    await user.type(name, 's{Escape}');
    expect(links.calls).toEqual([]);
    await user.type(name, 's{Enter}');
    await waitFor(() => expect(links.calls).toEqual([['change', TEAM, { name: 'The teams' }]]));
    await waitFor(() => expect(linkNamed('The teams')).toBeDefined());
  });

  test('a role is changed at once, but for what gives or takes a lot', async () => {
    const { user, links } = await owner();
    const role = (of: string) => linkNamed(of).getByLabelText<HTMLSelectElement>(/^Role of/u);
    await user.selectOptions(role('The team'), 'viewer');
    await waitFor(() => expect(links.calls).toEqual([['change', TEAM, { role: 'viewer' }]]));
    await waitFor(() => expect(role('The team').value).toBe('viewer'));

    await user.selectOptions(role('The team'), 'owner');
    expect(linkNamed('The team').getByRole('group', { name: /delete the graph/u })).toBeDefined();
    await user.click(linkNamed('The team').getByRole('button', { name: 'Cancel' }));
    expect(role('The team').value).toBe('viewer');

    await user.selectOptions(role(''), 'editor');
    await user.click(linkNamed('').getByRole('button', { name: 'Make it an editor link' }));
    await waitFor(() => expect(links.calls.at(-1)).toEqual(['change', MINE, { role: 'editor' }]));
  });

  test('revoking is asked about, says whom it shuts out, and folds the link away', async () => {
    const { dialog, user, links } = await owner();
    await user.click(linkNamed('The team').getByRole('button', { name: /^Revoke/u }));
    expect(linkNamed('The team').getByRole('group', { name: /3 are here by it/u })).toBeDefined();
    expect(links.calls).toEqual([]);
    await user.click(linkNamed('The team').getByRole('button', { name: 'Revoke it' }));
    const folded = await dialog.findByText('One revoked link');
    expect(links.calls).toEqual([['revoke', TEAM]]);
    expect(within(must(folded.closest('details'), 'the fold')).getByText('The team')).toBeDefined();
    expect(screen.getAllByLabelText('Name of the link')).toHaveLength(1);
  });

  test('a refusal, as for the last link of an owner, is said beside its link', async () => {
    const { user, links } = await owner();
    links.refusal = 'This is the last owner link. Make another first.';
    await user.click(linkNamed('').getByRole('button', { name: /^Revoke/u }));
    await user.click(linkNamed('').getByRole('button', { name: 'Revoke it' }));
    expect((await linkNamed('').findByRole('alert')).textContent).toBe(links.refusal);
    expect(linkNamed('The team').queryByRole('alert')).toBeNull();
  });

  test('that cannot be had says why, and is asked for again', async () => {
    const { dialog, user, links } = await shareAs('owner', (all) => {
      all.refusal = 'The server cannot be reached.';
    });
    expect((await dialog.findByRole('alert')).textContent).toContain('The server cannot be reached.');
    links.refusal = undefined;
    links.with({ id: MINE, name: 'Mine' });
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(linkNamed('Mine')).toBeDefined());
  });

  test('names are text: markup and what reorders others change nothing', async () => {
    const name = '<img src=x onerror="document.title=1">';
    const { dialog, links, user } = await owner();
    links
      .with({ id: 'link-revoked-000', name: `${name}\u202etxt.`, revokedAt: 1 })
      .with({ id: 'link-hostile-000', name });
    await user.click(dialog.getByRole('button', { name: 'Make a viewer link' }));
    await waitFor(() => expect(linkNamed(name)).toBeDefined());
    expect(document.querySelector('img')).toBeNull();
    expect(dialog.getByText(`${name}txt.`).tagName).toBe('BDI');
  });
});

describe('deleting the graph', () => {
  test('is asked twice', async () => {
    const { dialog, user, asked } = await owner();
    await user.click(dialog.getByRole('button', { name: 'Delete graph …' }));
    expect(screen.getByRole('group', { name: 'Delete “Family” for everyone?' })).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Keep it' }));
    expect(asked).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Delete graph …' }));
    await user.click(dialog.getByRole('button', { name: 'Delete it for everyone' }));
    expect(asked).toEqual(['delete']);
  });

  test('that fails says why', async () => {
    const { dialog, user, links, asked } = await owner();
    links.refusal = 'The server cannot be reached.';
    await user.click(dialog.getByRole('button', { name: 'Delete graph …' }));
    await user.click(dialog.getByRole('button', { name: 'Delete it for everyone' }));
    expect((await dialog.findByRole('alert')).textContent).toBe('The server cannot be reached.');
    expect(asked).toEqual([]);
  });
});

test('keys pressed in the dialog are not shortcuts of the page', async () => {
  const { user } = await owner();
  const pressed: string[] = [];
  const listen = (event: KeyboardEvent) => pressed.push(event.key);
  window.addEventListener('keydown', listen);
  linkNamed('The team')
    .getByRole('button', { name: /^Revoke/u })
    .focus();
  await user.keyboard('{Delete}{Backspace}');
  window.removeEventListener('keydown', listen);
  expect(pressed).toEqual([]);
});

test('who is shut out has nothing to share', async () => {
  const { set } = await owner();
  set({ endReason: 'You may not see this graph any more.', ending: 'no_access' });
  expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
});
