/** What a writing query would do, before it is applied. */
export const proposal = {
  name: 'What the query would change',
  title: 'Nothing is changed yet. The query would:',
  /** How many of a label or edge type: “12 Capital”. */
  ofType: '{{count, number}} {{name}}',
  comma: ', ',
  createsNodes_one: 'create {{count, number}} node ({{types}})',
  createsNodes_other: 'create {{count, number}} nodes ({{types}})',
  createsEdges_one: 'create {{count, number}} edge ({{types}})',
  createsEdges_other: 'create {{count, number}} edges ({{types}})',
  changesNodes_one: 'change {{count, number}} node',
  changesNodes_other: 'change {{count, number}} nodes',
  changesEdges_one: 'change {{count, number}} edge',
  changesEdges_other: 'change {{count, number}} edges',
  deletesNodes_one: 'delete {{count, number}} node',
  deletesNodes_other: 'delete {{count, number}} nodes',
  deletesEdges_one: 'delete {{count, number}} edge',
  deletesEdges_other: 'delete {{count, number}} edges',
  show: 'Show',
  apply: 'Apply',
  discard: 'Discard',
};
