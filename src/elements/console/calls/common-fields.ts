/** Fields that methods of several APIs have. */
import type {Field} from './field.js';

/** Fields of `click2dial`. */
export const CLICK2DIAL: readonly Field[] = [
  {path: 'click2DialData.clickToDialNumber', label: 'clickToDialNumber'},
  {path: 'click2DialData.preselectedCampaignName', label: 'preselectedCampaignName'},
  {path: 'click2DialData.crmObject', label: 'crmObject', kind: 'json', hint: 'JSON'},
  {
    path: 'click2DialData.screenpopC2DSearch',
    label: 'screenpopC2DSearch',
    kind: 'choice',
    choices: ['', 'true', 'false'],
  },
];

/** Returns the fields of a CRM record. */
export const crmObject = (parent: string): readonly Field[] => [
  {path: `${parent}.id`, label: `${parent}.id`},
  {path: `${parent}.label`, label: `${parent}.label`, hint: 'Account'},
  {path: `${parent}.name`, label: `${parent}.name`},
  {path: `${parent}.type`, label: `${parent}.type`},
  {path: `${parent}.isWho`, label: `${parent}.isWho`, kind: 'check'},
  {path: `${parent}.isWhat`, label: `${parent}.isWhat`, kind: 'check'},
];

/** Fields of `subscribe` and `unsubscribe`. */
export const EVENT_NAMES: readonly Field[] = [{path: 'names', label: 'event', hint: 'callStarted callEnded'}];
