import { css } from 'lit';

/**
 * The rules of Leaflet 1.9.4's stylesheet that panes, tiles, canvases and vector paths need. Its own file also styles
 * controls, popups and markers with images, which we don't use; a page's copy doesn't reach into a shadow root.
 */
export const leafletStyles = css`
  .leaflet-pane,
  .leaflet-tile,
  .leaflet-tile-container,
  .leaflet-pane > svg,
  .leaflet-pane > canvas,
  .leaflet-zoom-box,
  .leaflet-image-layer,
  .leaflet-layer {
    position: absolute;
    inset: 0 auto auto 0;
  }

  /* Our own layer: the outlines lie on the areas. */
  .zo-regions canvas {
    position: absolute;
    inset: 0 auto auto 0;
  }

  .leaflet-container {
    overflow: hidden;
    position: relative;
    touch-action: pan-x pan-y;
    -webkit-tap-highlight-color: transparent;
  }

  :host(:fullscreen) .leaflet-container {
    touch-action: none;
  }

  .leaflet-tile {
    user-select: none;
    -webkit-user-drag: none;
    visibility: hidden;
    width: 256px;
    height: 256px;
    max-width: none;
    max-height: none;
    padding: 0;
    /* Chromium draws seams between tiles otherwise. */
    mix-blend-mode: plus-lighter;
  }

  .leaflet-tile-loaded {
    visibility: inherit;
  }

  .leaflet-pane {
    z-index: 400;
  }

  .leaflet-tile-pane {
    z-index: 200;
  }

  .leaflet-overlay-pane {
    z-index: 400;
  }

  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }

  .leaflet-zoom-anim .leaflet-zoom-animated {
    will-change: transform;
    transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1);
  }

  .leaflet-zoom-anim .leaflet-tile,
  .leaflet-pan-anim .leaflet-tile {
    transition: none;
  }

  .leaflet-zoom-anim .leaflet-zoom-hide {
    visibility: hidden;
  }

  .leaflet-interactive,
  .leaflet-grab {
    cursor: pointer;
  }

  .leaflet-dragging .leaflet-grab {
    cursor: grabbing;
  }

  .leaflet-layer,
  .leaflet-pane > svg path,
  .leaflet-tile-container {
    pointer-events: none;
  }

  .leaflet-pane > svg path.leaflet-interactive {
    pointer-events: auto;
  }

  .leaflet-zoom-box {
    width: 0;
    height: 0;
    border: 2px dotted currentColor;
    z-index: 800;
  }

  @media (prefers-reduced-motion: reduce) {
    .leaflet-zoom-anim .leaflet-zoom-animated {
      transition: none;
    }
  }
`;
