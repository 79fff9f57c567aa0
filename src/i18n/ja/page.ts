import type { page as english } from '../en/page';

export const page: typeof english = {
  allGraphs: 'グラフ一覧',
  untitled: '無題のグラフ',
  tabTitle: '{{title}} – Kumiko',
  failed: 'このページで問題が発生しました',
  failedAdvice:
    'こちらの不具合です。ご迷惑をおかけします。保存済みの内容はサーバーに残っています。続けるには、ページを再読み込みしてください。',
  reload: '再読み込み',
  browserCannot: 'このブラウザではグラフデータベースを実行できません',
  noSuchPage: 'ページが見つかりません',
  noSuchPageAdvice: 'アドレスを確認するか、グラフ一覧から始めてください。',
  signInToOpen: 'このグラフを開くには、サインインしてください',
  signIn: 'サインイン',
  cannotOpen: 'このグラフを開けません',
  starting: 'グラフデータベースを起動しています…',
  opening: 'グラフを開いています…',
  slow: 'サーバーから応答がなく、このブラウザにはグラフのコピーがありません。サーバーに接続でき次第、開きます。',
  empty: 'このグラフは空です。',
  firstLabel: 'まず「人物」などのラベルを作成し、キャンバスにドラッグしてください。',
  firstNode: 'パレットからキャンバスにラベルをドラッグして、最初のノードを作成してください。',
  firstOtherwise: 'ここをダブルクリックしても、一覧や表を貼り付けても、ファイルをドロップしても始められます。',
  allHidden: 'このグラフのすべてが非表示になっています。',
  allHiddenWhy: 'ラベルや表示の絞り込みで隠れています。消えてはいません。ほかの人には見えています。',
};
