/** The canvas: nodes, edges, and what is made by hand. */
export const canvas = {
  /** Said on a card of one of the groups that an algorithm found. */
  group: 'Group {{group}}',
  name: 'Canvas',
  unnamed: 'Unnamed {{label}}',
  newNode: 'New node',
  editCaption: 'Edit the caption',
  connect: 'Connect …',
  connectThese: 'Connect these two',
  overview: 'Map of the graph',
  moved_one: 'Moved 1 node',
  moved_other: 'Moved {{count}} nodes',
  help: {
    canvas:
      'Tab goes to the nodes and edges one by one. Press N to make a node, Ctrl or Command with F to find one, and the question mark for all shortcuts.',
    canvasToView:
      'Tab goes to the nodes and edges one by one. Press Ctrl or Command with F to find one, and the question mark for all shortcuts.',
    node: 'Press Enter or Space to select the node, Enter again to edit its caption, arrow keys to move it, C to connect it, Delete to delete it, Escape to cancel.',
    nodeToView: 'Press Enter or Space to select the node and Escape to cancel.',
    edge: 'Press Enter or Space to select the edge, Delete to delete it, Escape to cancel.',
    edgeToView: 'Press Enter or Space to select the edge and Escape to cancel.',
    handle: 'Drag from here to connect',
  },
  controls: {
    label: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show the whole graph',
  },
  caption: {
    field: 'Caption ({{property}})',
    becomesProperty: 'Saved as a new property “{{property}}” of {{label}}',
    changed: 'Someone changed this to “{{value}}” meanwhile. Enter replaces it, Esc keeps it.',
    emptied: 'Someone emptied this meanwhile. Enter sets it again, Esc keeps it empty.',
    readOnly: 'You cannot change this graph now.',
  },
  labelPicker: {
    title: 'Label of the new node',
    field: 'Label',
    list: 'Labels',
    nameFirst: 'Name the label, such as Person',
    chooseOrName: 'Choose or name a label',
    newLabel: 'New label "{{name}}"',
    isEdgeType: '"{{name}}" is already an edge type.',
  },
  target: {
    title: 'Connect to',
    field: 'Node to connect to',
    list: 'Nodes',
    placeholder: 'Type a caption',
    none: 'No node is called that.',
  },
};
