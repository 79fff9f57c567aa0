import type { edgeTypes as english } from '../en/edgeTypes';

export const edgeTypes: typeof english = {
  title: '新しいエッジの種類',
  field: 'エッジの種類',
  list: 'エッジの種類の一覧',
  nameFirst: 'エッジの種類の名前(例: 知り合い)',
  chooseOrName: '種類を選ぶか、名前を入力',
  newType: '新しい種類「{{name}}」',
  isLabel: '「{{name}}」はすでにラベルとして使われています。',
  to: 'から',
  reverse: '向きを逆にする',
  reverseKeys: '向きを逆にする({{keys}})',
};
