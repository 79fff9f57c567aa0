import type { find as english } from '../en/find';

export const find: typeof english = {
  title: '検索…',
  label: 'ノードとエッジを検索',
  placeholder: '名前またはプロパティの値',
  results: '検索結果',
  close: '閉じる',
  teach:
    '名前や数値など、プロパティに含まれる言葉を入力してください。Enter でその場所へ移動し、もう一度 Enter で次へ進みます。',
  nothing:
    '「{{query}}」を含むものはありません。すべての言葉がいずれかのプロパティに含まれている必要があります。言葉を減らしてみてください。',
  empty: 'このグラフには、まだ検索できるものがありません。',
  searching: '検索中…',
  count_one: '{{count}} 件',
  count_other: '{{count}} 件',
  onlyAlike_one: '「{{query}}」を含むものはありません（似たもの {{count}} 件）',
  onlyAlike_other: '「{{query}}」を含むものはありません（似たもの {{count}} 件）',
  alike: '似たもの',
  failed: '現在、検索を利用できません。続けて入力すると、もう一度試します。',
  more: 'ほか {{count}} 件。続けて入力すると絞り込めます',
  unnamed: '名前のない {{label}}',
  hidden: '非表示',
  between: '{{source}} → {{target}}',
};
