/** The five9-click2dial element alone, and the SDK drop-in. */
import {install} from '../service/install.js';

export * from '../elements/click2dial/define.js';

install(document.currentScript);
