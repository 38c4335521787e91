import {conformance} from '../suites/conformance.js';
import {inWindow} from '../support/places.js';

conformance(inWindow);
