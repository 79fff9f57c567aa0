/** Changing nodes and edges otherwise than by their properties: label, type, ends, lock. */
export const elements = {
  changeLabel: 'Change the label',
  changeType: 'Change the type',
  changeAnyway: 'Change all the same',
  misfit_one:
    '1 value of {{property}} does not fit {{of}}, where that is a {{type}}: {{examples}}. It will be removed.',
  misfit_other:
    '{{count, number}} values of {{property}} do not fit {{of}}, where that is a {{type}}: {{examples}}. They will be removed.',
  changeSource: 'Change where it begins …',
  changeTarget: 'Change where it leads …',
  reverse: 'Reverse the direction',
  sourceTitle: 'Begins at',
  targetTitle: 'Leads to',
  dragSource: 'Drag to another node: where the edge begins',
  dragTarget: 'Drag to another node: where the edge leads',
  lockOrUnlock: 'Lock or unlock',
  lock: 'Lock',
  unlock: 'Unlock',
  locked: 'Locked',
  lockedKept_one: '1 node is locked and was not deleted. Unlock it first ({{keys}}).',
  lockedKept_other: '{{count, number}} nodes are locked and were not deleted. Unlock them first ({{keys}}).',
  lockedNotMoved_one: '1 node is locked and stays where it is.',
  lockedNotMoved_other: '{{count, number}} nodes are locked and stay where they are.',
};
