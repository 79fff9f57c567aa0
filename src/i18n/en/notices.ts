/** Short messages to the person. */
export const notices = {
  putAway: 'Put away',
  changeNotMade: 'That change was not made. {{reason}}',
  undo: {
    refused: 'Nothing can be undone here any more.',
    left: 'Nothing was undone: others have changed it since.',
    partly: 'Not all was undone: what others have changed since stays as they made it.',
  },
  redo: {
    refused: 'Nothing can be redone here any more.',
    left: 'Nothing was redone: others have changed it since.',
    partly: 'Not all was redone: what others have changed since stays as they made it.',
  },
};
