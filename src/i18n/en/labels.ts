/** The list of labels and edge types, and making a new label. */
export const labels = {
  name: 'Palette',
  labels: 'Labels',
  edgeTypes: 'Edge types',
  first: 'A label says what a node is: a Person, a City. Make the first one here.',
  place: 'Drag onto the canvas to make a {{label}}, or press to place one in the middle',
  newLabel: 'New label',
  newLabelName: 'Name of the new label',
  example: 'Person',
  add: 'Add',
  full_one: 'A graph can have only one label.',
  full_other: 'A graph can have at most {{count}} labels.',
  isLabel: 'There is already a label "{{name}}".',
  isEdgeType: '"{{name}}" is already an edge type.',
};
