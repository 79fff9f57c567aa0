import type { elements as english } from '../en/elements';

export const elements: typeof english = {
  changeLabel: 'ラベルを変更',
  changeType: '種類を変更',
  changeAnyway: 'それでも変更する',
  misfit_one:
    '{{property}}の値 {{count, number}} 個が{{of}}の型({{type}})に合いません: {{examples}}。合わない値は取り除かれます。',
  misfit_other:
    '{{property}}の値 {{count, number}} 個が{{of}}の型({{type}})に合いません: {{examples}}。合わない値は取り除かれます。',
  changeSource: '始点を変更…',
  changeTarget: '終点を変更…',
  reverse: '向きを逆にする',
  sourceTitle: '始点を選ぶ',
  targetTitle: '終点を選ぶ',
  dragSource: '始点: 別のノードへドラッグ',
  dragTarget: '終点: 別のノードへドラッグ',
  lockOrUnlock: 'ロックまたはロックの解除',
  lock: 'ロック',
  unlock: 'ロックを解除',
  locked: 'ロック中',
  lockedKept_one:
    'ノード {{count, number}} 個はロックされているため削除されませんでした。先にロックを解除してください({{keys}})。',
  lockedKept_other:
    'ノード {{count, number}} 個はロックされているため削除されませんでした。先にロックを解除してください({{keys}})。',
  lockedNotMoved_one: 'ノード {{count, number}} 個はロックされているため動きません。',
  lockedNotMoved_other: 'ノード {{count, number}} 個はロックされているため動きません。',
};
