import {css} from 'lit';

/**
 * Styles of an element that shows only errors. It has no box, so that it takes no gap in a grid or flexbox of the page
 * while it shows nothing.
 */
export const noBoxStyles = css`
  :host {
    display: contents;
  }
`;
