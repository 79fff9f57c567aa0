import type { canvas as english } from '../en/canvas';

export const canvas: typeof english = {
  group: 'グループ {{group}}',
  name: 'キャンバス',
  unnamed: '名前のない{{label}}',
  newNode: '新しいノード',
  editCaption: '見出しを編集',
  connect: 'つなぐ…',
  connectThese: 'この 2 つをつなぐ',
  overview: 'グラフの全体図',
  moved_one: '{{count}} 個のノードを移動しました',
  moved_other: '{{count}} 個のノードを移動しました',
  help: {
    canvas:
      'Tab キーでノードとエッジを順に移動します。N キーでノードを作成、Ctrl キー（または Command キー）と F キーで検索、疑問符キーで全ショートカットを表示します。',
    canvasToView:
      'Tab キーでノードとエッジを順に移動します。Ctrl キー（または Command キー）と F キーで検索、疑問符キーで全ショートカットを表示します。',
    node: 'Enter または Space で選択、もう一度 Enter で見出しの編集、矢印キーで移動、C で接続、Delete で削除、Esc で取り消します。',
    nodeToView: 'Enter または Space で選択、Esc で取り消します。',
    edge: 'Enter または Space で選択、Delete で削除、Esc で取り消します。',
    edgeToView: 'Enter または Space で選択、Esc で取り消します。',
    handle: 'ここからドラッグしてつなぎます',
  },
  controls: {
    label: '表示',
    zoomIn: '拡大',
    zoomOut: '縮小',
    fit: 'グラフ全体を表示',
  },
  caption: {
    field: '見出し({{property}})',
    becomesProperty: '{{label}}の新しいプロパティ「{{property}}」として保存されます',
    changed: 'この間にほかの人が「{{value}}」に変更しました。Enter で置き換え、Esc でそのままにします。',
    emptied: 'この間にほかの人が空にしました。Enter で入れ直し、Esc で空のままにします。',
    readOnly: '今はこのグラフを変更できません。',
  },
  labelPicker: {
    title: '新しいノードのラベル',
    field: 'ラベル',
    list: 'ラベルの一覧',
    nameFirst: 'ラベルの名前(例: 人物)',
    chooseOrName: 'ラベルを選ぶか、名前を入力',
    newLabel: '新しいラベル「{{name}}」',
    isEdgeType: '「{{name}}」はすでにエッジの種類として使われています。',
  },
  target: {
    title: '接続先',
    field: '接続先のノード',
    list: 'ノードの一覧',
    placeholder: '見出しを入力',
    none: '当てはまるノードがありません。',
  },
};
