/** The first three things to do, for who is new. */
export const firstSteps = {
  title: 'First steps',
  skip: 'Skip',
  close: 'Close',
  done: 'Done:',
  open: 'To do:',
  label: 'Make a label, such as Person, and drag it onto the canvas',
  node: 'Drag a label onto the canvas, or press it',
  edge: 'Connect two nodes: drag from the border of one to the other',
  share: 'Share the link, and draw together',
  end: 'Well begun. {{keys}} finds everything else.',
};
