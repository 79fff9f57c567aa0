/** The bar over the canvas. */
export const topBar = {
  home: 'All graphs',
  title: 'Title of the graph',
  titleNotSaved: 'The title “{{title}}” was not saved: you cannot change this graph now.',
  undo: 'Undo',
  undoBy: 'Undo ({{keys}})',
  redo: 'Redo',
  redoBy: 'Redo ({{keys}})',
  language: 'Language',
};
