import type { layout as english } from '../en/layout';

export const layout: typeof english = {
  kind: {
    force: 'つながりに沿って配置',
    'layered-down': '階層状に配置(上から下へ)',
    'layered-right': '階層状に配置(左から右へ)',
    'layered-up': '階層状に配置(下から上へ)',
    'layered-left': '階層状に配置(右から左へ)',
    tree: 'ツリー状に配置',
    radial: '放射状に配置',
    circle: '円形に配置',
    grid: '格子状に配置',
  },
  align: {
    left: '左揃え',
    centre: '左右中央揃え',
    right: '右揃え',
    top: '上揃え',
    middle: '上下中央揃え',
    bottom: '下揃え',
  },
  distribute: {
    x: '左右に等間隔で並べる',
    y: '上下に等間隔で並べる',
  },
  snapOn: 'ガイドに吸着させる',
  snapOff: 'ガイドへの吸着をやめる',
  arranging: '配置しています…',
  cancel: '中止',
  tooMany_one:
    '{{count}} 個のノードを動かすことになりますが、一度に動かせるのは {{most}} 個までです。選択を減らしてください。',
  tooMany_other:
    '{{count}} 個のノードを動かすことになりますが、一度に動かせるのは {{most}} 個までです。選択を減らしてください。',
  failed: '配置できませんでした。ノードは元の位置のままです。もう一度お試しください。',
};
