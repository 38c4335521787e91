import {conformance} from '../suites/conformance/conformance.js';
import {inWindow} from '../support/places.js';

conformance(inWindow);
