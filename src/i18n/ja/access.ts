import type { access as english } from '../en/access';

export const access: typeof english = {
  role: { viewer: '閲覧者', editor: '編集者', owner: 'オーナー' },
  as: { viewer: '閲覧者', editor: '編集者', owner: 'オーナー' },
  youMay: {
    viewer: 'このグラフを閲覧できます。',
    editor: 'このグラフを編集できます。',
    owner: 'このグラフの編集、リンクの管理、グラフの削除ができます。',
  },
  ownerWarning:
    'オーナーは、あなたと同じことがすべてできます。あなたのリンクを含むリンクの無効化や、グラフ自体の削除もできます。',
  viewOnly: 'このグラフは閲覧のみ可能です。',
  shutOut: 'このグラフはもう変更できません。',
  badge: '閲覧のみ',
  badgeExplained:
    'グラフの閲覧、選択、コピー、検索ができます。あなたがいることは、ほかの人にも表示されます。グラフを変更するには、オーナーに編集者用リンクを依頼してください。',
  onlyViewNow: 'このグラフは閲覧のみ可能になりました。{{changes}}',
  changesOfYours_one: 'あなたの変更 {{count, number}} 件は保存されておらず、このブラウザに保管されています。',
  changesOfYours_other: 'あなたの変更 {{count, number}} 件は保存されておらず、このブラウザに保管されています。',
  discard: '破棄',
  ended: '{{reason}}表示中の内容は、今後更新されません。',
  copyChanges_one: '変更をコピー',
  copyChanges_other: '変更をコピー',
  putAway: '閉じる',
  near: {
    nodes: 'このグラフのノードは {{count, number}} 個です（上限 {{limit, number}} 個）。',
    edges: 'このグラフのエッジは {{count, number}} 本です（上限 {{limit, number}} 本）。',
    labels: 'このグラフのラベルは {{count, number}} 種類です（上限 {{limit, number}} 種類）。',
    edgeTypes: 'このグラフのエッジの種類は {{count, number}} 種類です（上限 {{limit, number}} 種類）。',
  },
  full: 'これ以上追加できません。',
  sentences: '{{first}}{{second}}',
  signInAgain: 'もう一度サインイン',
  signInKept: '{{reason}}変更した内容は、このブラウザに保管されています。',
  signInElsewhere:
    '{{reason}}変更した内容は、このブラウザに保管されています。もう一度サインインすると、このページは自動的に再開します。',
  noWayIn: 'このリンクではグラフを開けません',
  wholeLink: 'グラフを開くには、「#」より後ろも含めたリンク全体が必要です。',
  deleted: 'このグラフは削除されました',
  restorable: 'あなたはこのグラフのオーナーです。{{until}} までは、リンクと内容をすべて含めて元に戻せます。',
  bringBack: 'グラフを元に戻す',
};
