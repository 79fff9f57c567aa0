import type { notices as english } from '../en/notices';

export const notices: typeof english = {
  putAway: '閉じる',
  changeNotMade: '変更は行われませんでした。{{reason}}',
  undo: {
    refused: 'これ以上、元に戻せる操作はありません。',
    left: 'ほかの人がその後に変更したため、元に戻しませんでした。',
    partly: '一部は元に戻しませんでした。ほかの人がその後に変更した内容は、そのまま残ります。',
  },
  redo: {
    refused: 'これ以上、やり直せる操作はありません。',
    left: 'ほかの人がその後に変更したため、やり直しませんでした。',
    partly: '一部はやり直しませんでした。ほかの人がその後に変更した内容は、そのまま残ります。',
  },
};
