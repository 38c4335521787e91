import {conformance} from '../suites/conformance/conformance.js';
import {crossOriginFrame} from '../support/places.js';

conformance(crossOriginFrame);
