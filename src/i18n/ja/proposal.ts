import type { proposal as english } from '../en/proposal';

export const proposal: typeof english = {
  name: 'クエリによる変更の内容',
  title: 'まだ何も変更されていません。このクエリを適用すると：',
  ofType: '{{name}} {{count, number}} 件',
  comma: '、',
  createsNodes_one: 'ノードを {{count, number}} 件作成します（{{types}}）',
  createsNodes_other: 'ノードを {{count, number}} 件作成します（{{types}}）',
  createsEdges_one: 'エッジを {{count, number}} 件作成します（{{types}}）',
  createsEdges_other: 'エッジを {{count, number}} 件作成します（{{types}}）',
  changesNodes_one: 'ノードを {{count, number}} 件変更します',
  changesNodes_other: 'ノードを {{count, number}} 件変更します',
  changesEdges_one: 'エッジを {{count, number}} 件変更します',
  changesEdges_other: 'エッジを {{count, number}} 件変更します',
  deletesNodes_one: 'ノードを {{count, number}} 件削除します',
  deletesNodes_other: 'ノードを {{count, number}} 件削除します',
  deletesEdges_one: 'エッジを {{count, number}} 件削除します',
  deletesEdges_other: 'エッジを {{count, number}} 件削除します',
  show: '表示',
  apply: '適用',
  discard: '破棄',
};
