/** What the bare page shows: the same graph, in the same place of the window, as the canvas it is compared with. */
import type { Position } from '../../../src/shared/graph/model';

interface SceneNode {
  readonly id: string;
  readonly position: Position;
  readonly name: string;
  /** Whether it is selected from the beginning. */
  readonly selected: boolean;
}

interface SceneEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly selected: boolean;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** The canvas in the window, in pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Shift in pixels, and scale. */
  readonly viewport: Position & { readonly zoom: number };
}

declare global {
  interface Window {
    /** Set before the page runs. */
    scene?: Scene | undefined;
  }
}
