import type {Interaction} from '../interaction.js';

/** Returns the parameters that name an interaction in each question. */
export const paramsOf = ({type, data}: Interaction): {interactionType: string; interactionData: unknown} => ({
  interactionType: type,
  interactionData: data,
});
