import {isRecord} from '../../interaction-api/is-record.js';
import {recordIn} from './crm-record.js';
import type {DialOrder} from './dialler.js';

/** Returns the dial that a page requests with a `Click2DialData`. */
export function orderOf(click2DialData: unknown): DialOrder {
  const {clickToDialNumber, preselectedCampaignName, crmObject, screenpopC2DSearch} = isRecord(click2DialData)
    ? click2DialData
    : {};
  return {
    number: textIn(clickToDialNumber),
    campaignName: textIn(preselectedCampaignName),
    crmObject: recordIn(crmObject),
    search: screenpopC2DSearch !== false,
  };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
