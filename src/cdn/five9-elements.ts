import {install} from '../service/install.js';

export * from '../index.js';
export * from '../all.js';

install(document.currentScript);
