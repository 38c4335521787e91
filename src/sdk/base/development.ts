/** Bundlers replace this expression by a text. Browsers have no `process`. */
declare const process: {readonly env: {readonly NODE_ENV?: string}};

/** Whether this code is no production build. The files of `cdn/` are production builds. */
export const isDevelopment = mode() !== 'production';

function mode(): string | undefined {
  try {
    return process.env.NODE_ENV;
  } catch {
    // A module without a bundler is not a production build.
    return undefined;
  }
}
