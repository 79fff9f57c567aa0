import type { firstSteps as english } from '../en/firstSteps';

export const firstSteps: typeof english = {
  title: 'はじめの一歩',
  skip: 'スキップ',
  close: '閉じる',
  done: '完了:',
  open: '未完了:',
  label: '「人物」などのラベルを作り、キャンバスにドラッグする',
  node: 'ラベルをキャンバスにドラッグする(押すだけでもできます)',
  edge: 'ノードをつなぐ: 縁から別のノードへドラッグする',
  share: 'リンクを共有して、一緒に描く',
  end: 'これで準備完了です。ほかの操作は {{keys}} で探せます。',
};
