import type { connection as english } from '../en/connection';

export const connection: typeof english = {
  saved: '保存済み',
  saving_one: '{{count, number}} 件の変更を保存中',
  saving_other: '{{count, number}} 件の変更を保存中',
  savingOf: '保存中… {{total, number}} 件中 {{done, number}} 件',
  heldBack_one: '{{count, number}} 件の変更が未保存',
  heldBack_other: '{{count, number}} 件の変更が未保存',
  connecting: '接続中',
  reconnecting: '再接続中',
  offline: 'オフライン',
  ended: '切断されました',
  withKept_one: '{{standing}} – {{count, number}} 件の変更を保管中',
  withKept_other: '{{standing}} – {{count, number}} 件の変更を保管中',
  withUnsaved_one: '{{standing}} – {{count, number}} 件の変更が未保存',
  withUnsaved_other: '{{standing}} – {{count, number}} 件の変更が未保存',
  version: 'サーバーのバージョン：サーバーが順序を確定した変更の数',
};
