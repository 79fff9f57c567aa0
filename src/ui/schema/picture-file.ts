/** The picture as a file of its own: it looks as it does on the page, without the page's style sheets. */

/** What style sheets say of drawings, as SVG's own attributes. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/** @param drawing in an area whose parent is the paper */
export function pictureFile(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('Bug: the copy of a drawing is none');
  const [seen, kept] = [
    [drawing, ...drawing.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  for (const [i, element] of kept.entries()) {
    const original = seen[i];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    for (const name of LOOKS) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'role', 'aria-label', 'data-marked']) element.removeAttribute(name);
  }
  const { x, y, width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const paper = copy.ownerDocument.createElementNS(copy.namespaceURI, 'rect');
  const background = getComputedStyle(drawing.parentElement?.parentElement ?? drawing).backgroundColor;
  for (const [name, value] of Object.entries({ x, y, width, height, fill: background })) {
    paper.setAttribute(name, String(value));
  }
  copy.prepend(paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
