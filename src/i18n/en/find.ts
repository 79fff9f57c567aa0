/** Finding nodes and edges. */
export const find = {
  title: 'Find …',
  label: 'Find nodes and edges',
  placeholder: 'Name or any property',
  results: 'Results',
  close: 'Close',
  teach: 'Type a name, a number, a word of any property. Enter goes there, Enter again to the next.',
  nothing: 'Nothing has “{{query}}” in it. Every word has to be in one of its properties: try fewer.',
  empty: 'There is nothing in this graph yet that could be found.',
  searching: 'Searching …',
  count_one: '{{count}} result',
  count_other: '{{count}} results',
  more: 'and {{count}} more: type on to narrow it down',
  unnamed: 'Unnamed {{label}}',
  hidden: 'hidden',
  between: '{{source}} → {{target}}',
};
