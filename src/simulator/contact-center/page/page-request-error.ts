/** The reason why a request to the page got no answer. */
export type PageRequestErrorCode = 'NoClient' | 'Timeout' | 'Disconnected';

const MESSAGES: Record<PageRequestErrorCode, string> = {
  NoClient: 'no page is connected on this channel.',
  Timeout: 'the page did not answer in time.',
  Disconnected: 'the page went away before it answered.',
};

/** The error of a request to the page that no page has answered. */
export class PageRequestError extends Error {
  override readonly name = 'PageRequestError';

  constructor(
    readonly code: PageRequestErrorCode,
    readonly method: string,
  ) {
    super(`${method}: ${MESSAGES[code]}`);
  }
}

/**
 * Returns whether no page has answered. Compares the name and not the class, because an adapter of another bundle has its
 * own copy of the class.
 */
export const isPageRequestError = (error: unknown): error is PageRequestError =>
  (error as Error | null | undefined)?.name === 'PageRequestError';
