import {conformance} from '../suites/conformance/conformance.js';
import {sameOriginFrame} from '../support/places.js';

conformance(sameOriginFrame);
