import {type Agent, openAgent} from './agent.js';
import {type Calls, openCalls} from './calls.js';
import {type CrmObjects, openCrmObjects} from './crm-objects.js';
import {type Desk, openDesk} from './desk.js';
import {type Dialler, openDialler} from './dialler.js';
import {type Dispositions, openDispositions} from './dispositions.js';
import {type Faults, openFaults} from './faults.js';
import type {Floor} from './floor.js';
import {type Interactions, openInteractions} from './interactions.js';
import {type Messages, openMessages} from './messages.js';
import {openVariables, type Variables} from './variables.js';

/** Whom an agent's page may ask. */
export interface Colleagues {
  agent: Agent;
  interactions: Interactions;
  variables: Variables;
  dispositions: Dispositions;
  objects: CrmObjects;
  calls: Calls;
  messages: Messages;
  dialler: Dialler;
}

/** The parts of a contact centre. */
export interface Departments extends Colleagues {
  faults: Faults;
  desk: Desk;
}

/** Sets them up, each with those it works with. */
export function openDepartments(floor: Floor): Departments {
  const agent = openAgent(floor);
  const interactions = openInteractions(floor);
  const variables = openVariables(floor);
  const dispositions = openDispositions(floor);
  const objects = openCrmObjects(floor, interactions);
  const calls = openCalls(floor, interactions, variables, objects);
  const messages = openMessages(floor, interactions, objects);
  const dialler = openDialler(floor, interactions, calls);
  const colleagues = {agent, interactions, variables, dispositions, objects, calls, messages, dialler};
  return {...colleagues, faults: openFaults(floor, agent), desk: openDesk(floor, colleagues)};
}
