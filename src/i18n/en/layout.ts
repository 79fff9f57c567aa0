/** Layouts, aligning and distributing. */
export const layout = {
  kind: {
    force: 'Arrange by connections',
    'layered-down': 'Arrange in layers, downwards',
    'layered-right': 'Arrange in layers, to the right',
    'layered-up': 'Arrange in layers, upwards',
    'layered-left': 'Arrange in layers, to the left',
    tree: 'Arrange as a tree',
    radial: 'Arrange in rings around the centre',
    circle: 'Arrange in a circle',
    grid: 'Arrange in a grid',
  },
  align: {
    left: 'Align left',
    centre: 'Align centres horizontally',
    right: 'Align right',
    top: 'Align top',
    middle: 'Align middles vertically',
    bottom: 'Align bottom',
  },
  distribute: {
    x: 'Distribute horizontally',
    y: 'Distribute vertically',
  },
  snapOn: 'Snap to guides',
  snapOff: 'Stop snapping to guides',
  arranging: 'Arranging …',
  cancel: 'Cancel',
  tooMany_one: 'That would move {{count}} node; at most {{most}} can be moved in one step. Select fewer.',
  tooMany_other: 'That would move {{count}} nodes; at most {{most}} can be moved in one step. Select fewer.',
  failed: 'The nodes could not be arranged, and are where they were. Please try again.',
};
