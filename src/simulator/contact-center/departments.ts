import {Agent} from './agent.js';
import {Calls} from './calls.js';
import {CrmObjects} from './crm-objects.js';
import {Desk} from './desk.js';
import {Dialler} from './dialler.js';
import {Dispositions} from './dispositions.js';
import {Faults} from './faults.js';
import type {Floor} from './floor.js';
import {Interactions} from './interactions.js';
import {Messages} from './messages.js';
import {Variables} from './variables.js';

/** The parts of a contact centre. */
export interface Departments {
  agent: Agent;
  interactions: Interactions;
  variables: Variables;
  dispositions: Dispositions;
  objects: CrmObjects;
  calls: Calls;
  messages: Messages;
  dialler: Dialler;
  faults: Faults;
  desk: Desk;
}

/** Sets them up, each with those it works with. */
export function openDepartments(floor: Floor): Departments {
  const agent = new Agent(floor);
  const interactions = new Interactions(floor);
  const variables = new Variables(floor);
  const dispositions = new Dispositions(floor);
  const objects = new CrmObjects(floor, interactions);
  const calls = new Calls(floor, interactions, variables, objects);
  const messages = new Messages(floor, interactions, objects);
  const dialler = new Dialler(floor, interactions, calls);
  const faults = new Faults(floor, agent);
  const desk = new Desk(floor, {agent, interactions, variables, dispositions, objects, calls, messages, dialler});
  return {agent, interactions, variables, dispositions, objects, calls, messages, dialler, faults, desk};
}
