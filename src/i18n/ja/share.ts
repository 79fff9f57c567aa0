import type { share as english } from '../en/share';

export const share: typeof english = {
  share: '共有',
  title: 'このグラフを共有',
  withoutLink: 'ほかの人のためのリンクは、グラフのオーナーが作成できます。オーナーに依頼してください。',
  passOn:
    'あなたはリンクから参加しています。そのリンクはほかの人に渡すことができ、開いた人はあなたと同じことができます。グラフのオーナーは、別のリンクの作成や、各リンクの無効化ができます。',
  copyMine: '自分のリンクをコピー',
  lead: 'リンクを知っている人は誰でも、あなたが無効にするまで、リンクに応じた操作ができます。',
  leadSignedIn:
    'サインインしていてリンクを知っている人は誰でも、あなたが無効にするまで、リンクに応じた操作ができます。',
  links: 'リンク',
  linksOfGraph: 'このグラフへのリンク',
  asking: 'リンクを読み込んでいます…',
  tryAgain: '再試行',
  none: '現在、このグラフへのリンクはありません。',
  whomFor: '誰のためのリンクか（任意）',
  whomForExample: 'チーム、佐藤さんなど',
  make: {
    viewer: '閲覧者用リンクを作成',
    editor: '編集者用リンクを作成',
    owner: 'オーナー用リンクを作成',
  },
  ownerLink: 'オーナー用リンク…',
  made: {
    viewer: 'リンクを作成しました。開いた人は、このグラフを閲覧できます。',
    editor: 'リンクを作成しました。開いた人は、このグラフを編集できます。',
    owner: 'リンクを作成しました。開いた人は、このグラフの編集、リンクの管理、グラフの削除ができます。',
  },
  shownOnlyNow: '表示されるのは今回だけです。閉じる前にコピーしてください。',
  newLink: '新しいリンク',
  copyNew: '新しいリンクをコピー',
  named: {
    viewer: '閲覧者用リンク「{{name}}」',
    editor: '編集者用リンク「{{name}}」',
    owner: 'オーナー用リンク「{{name}}」',
  },
  nameless: {
    viewer: '名前のない閲覧者用リンク',
    editor: '名前のない編集者用リンク',
    owner: '名前のないオーナー用リンク',
  },
  nameOf: 'リンクの名前',
  noName: '名前なし',
  roleOf: '{{link}}の権限',
  copyOf: '{{link}}をコピー',
  revokeOf: '{{link}}を無効にする',
  revoke: '無効にする',
  revokeIt: '無効にする',
  keepIt: 'やめる',
  cancel: 'キャンセル',
  yours: 'あなたのリンク',
  hereNow: '現在 {{count, number}} 人が参加中',
  createdOn: '作成：{{day}}',
  neverUsed: '未使用',
  lastUsed: '最終使用：{{time}}',
  revokedOn: '無効化：{{time}}',
  revokesYours:
    'これは、あなたが参加に使ったリンクです。あなたも、このリンクを使っている人も、すぐに参加できなくなります。',
  revokes_zero:
    'このリンクではグラフを二度と開けなくなり、使用中の人はすぐに参加できなくなります。現在、このリンクで参加している人はいません。',
  revokes_one:
    'このリンクではグラフを二度と開けなくなり、使用中の人はすぐに参加できなくなります。現在、{{count, number}} 人がこのリンクで参加しています。',
  revokes_other:
    'このリンクではグラフを二度と開けなくなり、使用中の人はすぐに参加できなくなります。現在、{{count, number}} 人がこのリンクで参加しています。',
  noMoreOwner: 'これは、あなたが参加に使ったリンクです。変更すると、あなたはオーナーではなくなります。',
  turnInto: {
    viewer: '閲覧者用リンクに変更',
    editor: '編集者用リンクに変更',
    owner: 'オーナー用リンクに変更',
  },
  revoked_one: '無効にしたリンク：{{count, number}} 件',
  revoked_other: '無効にしたリンク：{{count, number}} 件',
  deleteSection: 'このグラフを削除',
  deleteLead:
    '削除すると、全員がグラフを開けなくなります。オーナーがいつまで元に戻せるかが表示され、その期限を過ぎると完全に消去されます。',
  delete: 'グラフを削除…',
  deleteQuestion: '「{{title}}」を全員から削除しますか？',
  deleteIt: '全員から削除',
};
