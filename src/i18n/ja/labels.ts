import type { labels as english } from '../en/labels';

export const labels: typeof english = {
  name: 'パレット',
  labels: 'ラベル',
  edgeTypes: 'エッジの種類',
  first: 'ラベルは「人物」「都市」のように、ノードが何であるかを表します。ここで最初のラベルを作れます。',
  place: 'キャンバスへドラッグすると{{label}}のノードができます。押すと中央に置かれます。',
  newLabel: '新しいラベル',
  newLabelName: '新しいラベルの名前',
  example: '人物',
  add: '追加',
  full_one: '1 つのグラフに作れるラベルは {{count}} 個までです。',
  full_other: '1 つのグラフに作れるラベルは {{count}} 個までです。',
  isLabel: 'ラベル「{{name}}」はすでにあります。',
  isEdgeType: '「{{name}}」はすでにエッジの種類として使われています。',
};
