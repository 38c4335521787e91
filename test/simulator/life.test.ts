import {describeLife, ourClient, ourClientOverSdk, sdkLike} from '../suites/life.js';
import {SIMULATORS} from '../support/simulators.js';

for (const place of SIMULATORS) {
  describeLife(place, ourClient);
  describeLife(place, sdkLike('newest'));
}
const [inPage, , , served] = SIMULATORS;
for (const place of [inPage!, served!]) {
  describeLife(place, sdkLike('0.12.0'));
  describeLife(place, sdkLike('1.0.11'));
}
describeLife(inPage!, ourClientOverSdk);
