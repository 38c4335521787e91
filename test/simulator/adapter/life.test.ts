import {isChromium} from '../../commands.js';
import {describeLife, ourClient, ourClientOverSdk, sdkLike} from '../../suites/life.js';
import {SIMULATORS} from '../../support/simulators.js';

const [inPage, , , served] = SIMULATORS;

for (const place of SIMULATORS) describeLife(place, ourClient);
describeLife(served!, sdkLike('newest'));

// Run these tests only in Chromium, because the SDK's versions send the same requests in every engine, and this file
// takes more time than all other files.
if (isChromium) {
  for (const place of SIMULATORS.filter((one) => one !== served)) describeLife(place, sdkLike('newest'));
  for (const place of [inPage!, served!]) {
    describeLife(place, sdkLike('0.12.0'));
    describeLife(place, sdkLike('1.0.11'));
  }
  describeLife(inPage!, ourClientOverSdk);
}
