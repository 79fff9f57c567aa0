/** The bar over the canvas. */
export const topBar = {
  home: 'All graphs',
  title: 'Title of the graph',
  titleNotSaved: 'The title “{{title}}” was not saved: you cannot change this graph now.',
  withKeys: '{{words}} ({{keys}})',
  language: 'Language',
};
