/** Choosing the type of a new edge. */
export const edgeTypes = {
  title: 'Type of the new edge',
  field: 'Edge type',
  list: 'Edge types',
  nameFirst: 'Name the edge type, such as KNOWS',
  chooseOrName: 'Choose or name an edge type',
  newType: 'New type "{{name}}"',
  isLabel: '"{{name}}" is already a label.',
  to: 'to',
  reverse: 'Reverse direction',
  reverseKeys: 'Reverse direction ({{keys}})',
};
