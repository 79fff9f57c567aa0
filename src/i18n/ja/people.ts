import type { people as english } from '../en/people';

export const people: typeof english = {
  here: '参加している人',
  withRole: '{{name}}（{{role}}）',
  you: '{{name}}（あなた）',
  seenAs: 'ほかの人からの見え方',
  yourName: 'お名前',
  yourColor: 'あなたの色',
  thatsMe: 'これで決定',
  color: {
    Red: '赤',
    Pink: 'ピンク',
    Magenta: 'マゼンタ',
    Violet: '紫',
    Indigo: '藍',
    Blue: '青',
    Teal: '青緑',
    Green: '緑',
  },
};
