import {conformance} from '../suites/conformance.js';
import {channelPair} from '../support/places.js';

conformance(channelPair);
