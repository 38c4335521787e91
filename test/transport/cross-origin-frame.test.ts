import {conformance} from '../suites/conformance.js';
import {crossOriginFrame} from '../support/places.js';

conformance(crossOriginFrame);
