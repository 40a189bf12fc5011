import type { FigureFacts } from './figureFiles';

/** What the panel that embeds a figure is given. */
export interface EmbedProps {
  /** The figure's element, whose shown drawing is taken. */
  figure: HTMLElement;
  /** What the figure says now. */
  facts: () => FigureFacts;
  /** What the reader pressed, to go back to. */
  opener: HTMLElement;
  close: () => void;
}
