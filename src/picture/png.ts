/** A picture as PNG, drawn by the browser. */
import type { Picture } from './graph-picture';

/** Pixels for a canvas unit, where there is room. */
const SCALE = 2;
/** Pixels a side: what every browser can draw. */
export const MOST_PIXELS = 8192;

export interface Png {
  readonly blob: Blob;
  /** There was no room for all pixels. */
  readonly isScaledDown: boolean;
}

/** Rejects when the browser could not draw it. */
export async function pngOf({ svg, width, height }: Picture): Promise<Png> {
  const scale = Math.min(SCALE, MOST_PIXELS / width, MOST_PIXELS / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const image = await loaded(new Blob([svg], { type: 'image/svg+xml' }));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The browser made no PNG of the picture.');
  return { blob, isScaledDown: scale < SCALE };
}

function loaded(blob: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(blob);
  const image = new Image();
  return new Promise<HTMLImageElement>((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The browser cannot draw the picture.'));
    image.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}
