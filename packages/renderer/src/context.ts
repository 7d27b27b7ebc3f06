/** What this package draws on. */
export type Canvas = HTMLCanvasElement | OffscreenCanvas;

/** Lines and texts are drawn through it; areas are written as pixels. */
export type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
