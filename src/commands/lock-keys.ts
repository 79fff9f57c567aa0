/** What locks and unlocks; whiteboards have the same. */
export const LOCK_KEYS = 'Mod+Shift+L';
