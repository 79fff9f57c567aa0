import type { commands as english } from '../en/commands';

export const commands: typeof english = {
  group: {
    edit: '編集',
    select: '選択',
    arrange: '配置',
    view: '表示',
    file: 'グラフ',
    help: 'ヘルプ',
  },
  undo: '元に戻す',
  redo: 'やり直す',
  delete: '選択したものを削除',
  selectAll: 'すべて選択',
  selectNone: '選択を解除',
  fitAll: 'グラフ全体を表示',
  fitSelection: '選択したものを表示',
  zoomIn: '拡大',
  zoomOut: '縮小',
  zoomReal: '100 % で表示',
  openPalette: '操作を探す…',
  openHelp: 'キーボードショートカット',
  share: '共有…',
  otherLanguage: 'Show in English',
  themeLight: '明るい配色',
  themeDark: '暗い配色',
  themeSystem: 'システムの配色',
};
