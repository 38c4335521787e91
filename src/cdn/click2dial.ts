/**
 * The element `five9-click2dial` without the other elements. Also installs `Five9.CrmSdk.interactionApi`, for code that
 * was written for the Five9 SDK.
 */
import {install} from '../service/install.js';

export * from '../elements/click2dial/define.js';

install(document.currentScript);
