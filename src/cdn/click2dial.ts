import {install} from '../service/install.js';

export * from '../elements/click2dial/define.js';

install(document.currentScript);
