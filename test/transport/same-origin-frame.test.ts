import {conformance} from '../suites/conformance.js';
import {sameOriginFrame} from '../support/places.js';

conformance(sameOriginFrame);
