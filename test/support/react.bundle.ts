/** The parts of React that the tests use, as one module for the browser. */
export {createElement, type ReactElement} from 'react';
export {flushSync} from 'react-dom';
export {createRoot, hydrateRoot} from 'react-dom/client';
export {renderToString} from 'react-dom/server.browser';
