/** How the palette and the canvas speak of a label that is being dragged. */
const TYPE = 'application/x-kumiko-label';

export function startLabelDrag(data: DataTransfer, label: string): void {
  data.setData(TYPE, label);
  data.effectAllowed = 'copy';
}

export function isLabelDrag(data: DataTransfer): boolean {
  return data.types.includes(TYPE);
}

/** The label being dropped, or undefined when something else is. */
export function droppedLabel(data: DataTransfer): string | undefined {
  return data.getData(TYPE) || undefined;
}
