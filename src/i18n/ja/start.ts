import type { start as english } from '../en/start';

export const start: typeof english = {
  tagline:
    '知っていることを、みんなでグラフにしましょう。それぞれのタブで本物のグラフデータベースが動き、編集はすぐに全員の画面に届きます。',
  newGraph: '新しいグラフ',
  tryOut: '例で試してみる',
  recent: '最近開いたグラフ',
  unsent_one: '未送信の変更が {{count, number}} 件、このブラウザに保管されています',
  unsent_other: '未送信の変更が {{count, number}} 件、このブラウザに保管されています',
  samples: 'サンプル',
  samplesLead: 'どのサンプルも、自由に試せるご自分のグラフとして開きます。',
  size: 'ノード {{nodes, number}} 個、エッジ {{edges, number}} 本',
};
