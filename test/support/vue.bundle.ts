/** The parts of Vue that the tests use, as one module for the browser. */
export {type App, createApp, createSSRApp, h, nextTick, reactive} from 'vue';
export {renderToString} from 'vue/server-renderer';
