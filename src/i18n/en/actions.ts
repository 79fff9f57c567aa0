/** The command palette, the context menus and the help sheet. */
export const actions = {
  title: 'Find an action',
  open: 'Find an action ({{keys}})',
  search: 'Search',
  hint: 'What would you like to do?',
  actions: 'Actions',
  recent: 'Chosen lately',
  newNodes: 'New nodes',
  newNode: 'New {{label}}',
  nothing:
    'No action is called “{{search}}”. Try one word of what you want to do, such as “zoom” or “undo”. What cannot be done at the moment is not listed: some actions need something selected first.',
  menu: {
    node: 'Actions for this node',
    edge: 'Actions for this edge',
    selection: 'Actions for what is selected',
    canvas: 'Actions for the canvas',
  },
  mouse: 'With the mouse',
  touch: 'With your fingers',
  /** What is done with the pointer: how, and what it does. */
  gesture: {
    dragLabel: { how: 'Drag a label onto the canvas', does: 'A new node where you let go' },
    doubleClick: { how: 'Double-click the empty canvas', does: 'A new node there' },
    dragFromNode: { how: 'Drag from a node’s border to a node', does: 'A new edge between them' },
    dragToCanvas: { how: 'Drag from a node’s border to the empty canvas', does: 'A new node, connected' },
    doubleClickNode: { how: 'Double-click a node', does: 'Write its caption' },
    dragNode: { how: 'Drag a node', does: 'Moves all that is selected' },
    dragFree: { how: '{{mod}} while dragging', does: 'Does not snap to guides' },
    dragBox: { how: 'Shift and drag', does: 'Selects what lies in the box' },
    add: { how: '{{mod}} and click', does: 'Adds to the selection, or takes out of it' },
    wheel: { how: 'Wheel', does: 'Zooms' },
    pan: {
      how: 'Drag the empty canvas, or hold Space and drag, or drag with the middle button',
      does: 'Moves the view',
    },
    dragEnd: { how: 'Drag an end of the selected edge', does: 'Leads it to another node' },
    rightClick: { how: 'Right click', does: 'Menu of what is there' },
    tap: { how: 'Tap', does: 'Selects' },
    dragCanvas: { how: 'Drag the empty canvas', does: 'Moves the view' },
    pinch: { how: 'Pinch', does: 'Zooms' },
    longPress: { how: 'Press and hold', does: 'Menu of what is there' },
  },
};
