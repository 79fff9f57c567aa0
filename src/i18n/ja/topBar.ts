import type { topBar as english } from '../en/topBar';

export const topBar: typeof english = {
  home: 'グラフ一覧',
  title: 'グラフのタイトル',
  titleNotSaved: 'タイトル「{{title}}」は保存されませんでした。現在、このグラフは変更できません。',
  withKeys: '{{words}}（{{keys}}）',
  language: '言語',
};
