/** What the kit's own parts say (`src/kit/words.ts`). */
export const kit = {
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Copying is not allowed here. Copy it from this field:',
  toBeCopied: 'To be copied',
  yes: 'yes',
  no: 'no',
};
