/** Commands about the links to a graph: links, link, change-link, revoke. */
import { roleSchema } from '../../../src/shared/access';
import { linkNameSchema } from '../../../src/shared/protocol/links';
import { parseWith } from '../../../src/shared/protocol/parse';
import { AdminError } from '../admin-port';
import { type Arguments, type Command, namedRoom, UsageError } from '../command';
import { linkText, printable, tableLines, timeText } from '../words';

const ROLE = { type: 'string', value: 'owner|editor|viewer', says: 'What the link lets people do.' } as const;

function roleIn({ text }: Arguments) {
  const role = roleSchema.safeParse(text('role'));
  if (!role.success) throw new UsageError('--role has to be owner, editor or viewer.');
  return role.data;
}

/** Throws when it was not done. */
function assertDone(
  result: { readonly status: 'done' | 'missing' } | { readonly status: 'refused'; readonly reason: string },
) {
  if (result.status === 'refused') throw new AdminError(result.reason);
  if (result.status === 'missing') throw new AdminError('The graph has no such link, or it was revoked already.');
}

const links: Command = {
  name: 'links',
  words: ['<graph>'],
  summary: 'Lists the links to a graph. Their keys are not shown: make another link when one is needed.',
  async run({ port: open, print }, { words }) {
    const port = await open();
    const { id } = await namedRoom(port, words[0]);
    const rows = (await port.links(id)).map((link) => [
      link.id,
      link.role,
      timeText(link.createdAt),
      link.lastUsedAt === undefined ? 'never' : timeText(link.lastUsedAt),
      link.revokedAt === undefined ? '' : `revoked ${timeText(link.revokedAt)}`,
      printable(link.name),
    ]);
    for (const line of tableLines([['link', 'role', 'made', 'last used', '', 'name'], ...rows])) print(line);
    return 0;
  },
};

const link: Command = {
  name: 'link',
  words: ['<graph>'],
  summary: 'Makes a link to a graph and prints it: whoever has it gets in.',
  details: ['This is how the graphs of a database from before there were links are opened again.'],
  options: { role: ROLE, name: { type: 'string', value: '<name>', says: 'For the graph’s owners to know it by.' } },
  async run({ port: open, print, url }, args) {
    const role = roleIn(args);
    const name = parseWith(linkNameSchema, args.text('name') ?? '');
    if (!name.ok) throw new UsageError(name.reason);
    const port = await open();
    const { id } = await namedRoom(port, args.words[0]);
    const issued = await port.issueLink(id, role, name.value);
    if (issued.status === 'refused') throw new AdminError(issued.reason);
    print(linkText(url ?? port.serverUrl, id, issued.key));
    return 0;
  },
};

const changeLink: Command = {
  name: 'change-link',
  words: ['<graph>', '<link>'],
  summary: 'Changes what a link lets people do. Who is there by it may do that at once.',
  options: { role: ROLE },
  async run({ port: open, print }, args) {
    const role = roleIn(args);
    const port = await open();
    const { id } = await namedRoom(port, args.words[0]);
    assertDone(await port.changeLink(id, args.words[1] ?? '', role));
    print(`The link is for ${role}s now.`);
    return 0;
  },
};

const revoke: Command = {
  name: 'revoke',
  words: ['<graph>', '<link>'],
  summary: 'Ends a link for good. Who is there by it is sent away at once.',
  async run({ port: open, print }, { words }) {
    const port = await open();
    const { id } = await namedRoom(port, words[0]);
    assertDone(await port.revokeLink(id, words[1] ?? ''));
    print('The link opens nothing any more.');
    return 0;
  },
};

export const LINK_COMMANDS: readonly Command[] = [links, link, changeLink, revoke];
