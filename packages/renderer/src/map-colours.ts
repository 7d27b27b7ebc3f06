import type { HatchColours } from './choropleth-appearance.js';

/** Colours of what is drawn on a canvas besides the classes, as CSS writes them. */
export interface MapColours {
  /** Of the hatches for kinds of missing. */
  readonly pattern: HatchColours;
  /** Of the lines between regions. */
  readonly border: string;
  /** Of the outline around regions pointed at and selected, and of the line that sets it off. */
  readonly highlight: string;
  readonly halo: string;
  /** What lies behind the regions: the palette is fitted to it. */
  readonly scheme: 'light' | 'dark';
}

/** Where nobody says otherwise. */
export const MAP_COLOURS: Readonly<Record<MapColours['scheme'], MapColours>> = {
  light: {
    pattern: { background: '#e3e7ec', ink: '#5f6b78' },
    border: '#ffffff',
    highlight: '#0b0c0e',
    halo: '#ffffff',
    scheme: 'light',
  },
  dark: {
    pattern: { background: '#2a323b', ink: '#97a3b0' },
    border: '#10151a',
    highlight: '#ffffff',
    halo: '#0b0c0e',
    scheme: 'dark',
  },
};
