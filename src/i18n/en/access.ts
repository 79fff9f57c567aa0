/** What the person may do in a graph, and what stands in the way. */
export const access = {
  role: { viewer: 'Viewer', editor: 'Editor', owner: 'Owner' },
  /** The same behind a name. */
  as: { viewer: 'viewer', editor: 'editor', owner: 'owner' },
  youMay: {
    viewer: 'You can view this graph.',
    editor: 'You can change this graph.',
    owner: 'You can change this graph, manage its links, and delete it.',
  },
  ownerWarning: 'An owner can do all that you can: take links away, yours too, and delete the graph for everyone.',
  viewOnly: 'You can only view this graph.',
  shutOut: 'You cannot change this graph any more.',
  badge: 'View only',
  badgeExplained:
    'You can look around, select, copy and ask questions, and others see you here. To change the graph, ask an owner for an editor link.',
  onlyViewNow: 'You can only view this graph now. {{changes}}',
  changesOfYours_one: 'One change of yours is kept here and was not saved.',
  changesOfYours_other: '{{count, number}} changes of yours are kept here and were not saved.',
  discard: 'Discard',
  ended: '{{reason}} What you see is no longer kept up to date.',
  copyChanges_one: 'Copy it',
  copyChanges_other: 'Copy them',
  putAway: 'Put away',
  near: {
    nodes: 'This graph has {{count, number}} of at most {{limit, number}} nodes.',
    edges: 'This graph has {{count, number}} of at most {{limit, number}} edges.',
    labels: 'This graph has {{count, number}} of at most {{limit, number}} labels.',
    edgeTypes: 'This graph has {{count, number}} of at most {{limit, number}} edge types.',
  },
  full: 'No more can be added.',
  /** One after the other. */
  sentences: '{{first}} {{second}}',
  signInAgain: 'Sign in again',
  signInKept: '{{reason}} What you changed is kept here.',
  signInElsewhere: '{{reason}} What you changed is kept here; sign in again, and this page goes on by itself.',
  noWayIn: 'This link opens no graph',
  wholeLink: 'A graph opens only by its whole link, with the part after “#”.',
  deleted: 'This graph was deleted',
  restorable: 'You are one of its owners: until {{until}} you can bring it back, with its links and everything in it.',
  bringBack: 'Bring it back',
};
