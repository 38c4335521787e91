import {conformance} from '../suites/conformance/conformance.js';
import {channelPair} from '../support/places.js';

conformance(channelPair);
