import type { actions as english } from '../en/actions';

export const actions: typeof english = {
  title: '操作を探す',
  open: '操作を探す({{keys}})',
  search: '検索',
  hint: '何をしますか?',
  actions: '操作',
  recent: '最近使った操作',
  newNodes: '新しいノード',
  newNode: '「{{label}}」を作成',
  nothing:
    '「{{search}}」という操作は見つかりません。「拡大」や「元に戻す」など、したいことを一語で入力してみてください。今できない操作は表示されません。先に何かを選択する必要がある操作もあります。',
  menu: {
    node: 'このノードの操作',
    edge: 'このエッジの操作',
    selection: '選択したものの操作',
    canvas: 'キャンバスの操作',
  },
  mouse: 'マウス操作',
  touch: 'タッチ操作',
  /** What is done with the pointer: how, and what it does. */
  gesture: {
    dragLabel: { how: 'ラベルをキャンバスにドラッグ', does: '離した場所にノードを作成' },
    doubleClick: { how: 'キャンバスの空いた場所をダブルクリック', does: 'その場所にノードを作成' },
    dragFromNode: { how: 'ノードの縁から別のノードへドラッグ', does: '二つのノードをつなぐエッジを作成' },
    dragToCanvas: { how: 'ノードの縁から空いた場所へドラッグ', does: 'つながった新しいノードを作成' },
    doubleClickNode: { how: 'ノードをダブルクリック', does: '表示名を編集' },
    dragNode: { how: 'ノードをドラッグ', does: '選択したものをまとめて移動' },
    dragFree: { how: 'ドラッグ中に {{mod}}', does: 'ガイドに吸着させない' },
    dragBox: { how: 'Shift を押しながらドラッグ', does: '囲んだものを選択' },
    add: { how: '{{mod}} を押しながらクリック', does: '選択に追加、または選択から外す' },
    wheel: { how: 'ホイール', does: '拡大・縮小' },
    pan: {
      how: '空いた場所をドラッグ、スペースを押しながらドラッグ、または中ボタンでドラッグ',
      does: '表示位置を移動',
    },
    dragEnd: { how: '選択したエッジの端をドラッグ', does: '別のノードにつなぎ替える' },
    rightClick: { how: '右クリック', does: 'その場所のメニューを開く' },
    follow: { how: '上に並ぶほかの人のアイコンを押す', does: '自分で表示を動かすまで、その人の表示についていく' },
    tap: { how: 'タップ', does: '選択' },
    dragCanvas: { how: '空いた場所をドラッグ', does: '表示位置を移動' },
    pinch: { how: 'ピンチ', does: '拡大・縮小' },
    longPress: { how: '長押し', does: 'その場所のメニューを開く' },
  },
};
