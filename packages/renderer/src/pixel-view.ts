/** Where a canvas lies in the pixel space of a map: a place at `world` stands at `world * scale - origin`, in CSS pixels. */
export interface PixelView {
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Canvas pixels per CSS pixel. */
  readonly pixelRatio: number;
}

/** Size of the canvas for a view, in its own pixels. */
export const canvasSize = ({ width, height, pixelRatio }: PixelView): readonly [width: number, height: number] => [
  Math.round(width * pixelRatio),
  Math.round(height * pixelRatio),
];

export const isSameView = (a: PixelView, b: PixelView): boolean =>
  a.scale === b.scale &&
  a.originX === b.originX &&
  a.originY === b.originY &&
  a.width === b.width &&
  a.height === b.height &&
  a.pixelRatio === b.pixelRatio;
