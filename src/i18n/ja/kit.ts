import type { kit as english } from '../en/kit';

export const kit: typeof english = {
  close: '閉じる',
  copy: 'コピー',
  copied: 'コピーしました',
  copyByHand: 'ここではコピーが許可されていません。この欄からコピーしてください：',
  toBeCopied: 'コピーする内容',
  yes: 'はい',
  no: 'いいえ',
};
