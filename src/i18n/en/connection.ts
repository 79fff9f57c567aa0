/** Whether what one did is safe. */
export const connection = {
  saved: 'Saved',
  saving_one: 'Saving 1 change',
  saving_other: 'Saving {{count, number}} changes',
  savingOf: 'Saving … {{done, number}} of {{total, number}} changes',
  heldBack_one: '1 change not saved',
  heldBack_other: '{{count, number}} changes not saved',
  connecting: 'Connecting',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  ended: 'Disconnected',
  /** How things stand, and what that means for one's changes. */
  withKept_one: '{{standing}} – 1 change kept',
  withKept_other: '{{standing}} – {{count, number}} changes kept',
  withUnsaved_one: '{{standing}} – 1 change not saved',
  withUnsaved_other: '{{standing}} – {{count, number}} changes not saved',
  version: 'Server version: how many changes the server has put in order',
};
