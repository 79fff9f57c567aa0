/** Who is here, and who one is to the others. */
export const people = {
  here: 'People here',
  withRole: '{{name}} ({{role}})',
  you: '{{name}} (you)',
  seenAs: 'Others see you as …',
  yourName: 'Your name',
  yourColor: 'Your colour',
  thatsMe: "That's me",
  color: {
    Red: 'Red',
    Pink: 'Pink',
    Magenta: 'Magenta',
    Violet: 'Violet',
    Indigo: 'Indigo',
    Blue: 'Blue',
    Teal: 'Teal',
    Green: 'Green',
  },
};
