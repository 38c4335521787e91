import {type Agent, createAgent} from './agent.js';
import {type Calls, createCalls, type WrapUpListener} from './calls.js';
import type {CenterContext} from './center-context.js';
import {createCrmObjects, type CrmObjects} from './crm-objects.js';
import {createDialler, type Dialler} from './dialler.js';
import {createDispositions, type Dispositions} from './dispositions.js';
import {createInteractions, type Interactions} from './interactions.js';
import {createMessages, type Messages} from './messages.js';
import {createVariables, type Variables} from './variables.js';

/** The objects that contain the state of a contact centre. */
export interface Domain {
  agent: Agent;
  interactions: Interactions;
  variables: Variables;
  dispositions: Dispositions;
  objects: CrmObjects;
  calls: Calls;
  messages: Messages;
  dialler: Dialler;
}

/** Creates the objects of a `Domain`, and connects them. */
export function createDomain(context: CenterContext, whenWrapUpIsOver: WrapUpListener): Domain {
  const agent = createAgent(context);
  const interactions = createInteractions(context);
  const variables = createVariables(context);
  const dispositions = createDispositions(context);
  const objects = createCrmObjects(context, interactions);
  const calls = createCalls(context, interactions, variables, objects, whenWrapUpIsOver);
  const messages = createMessages(context, interactions, objects);
  const dialler = createDialler(context, interactions, calls);
  return {agent, interactions, variables, dispositions, objects, calls, messages, dialler};
}
