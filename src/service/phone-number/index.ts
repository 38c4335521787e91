export {type NumberProblem, problemWords} from './problems.js';
export {dialable, type NotANumber, type PhoneNumber, readNumber} from './read-number.js';
export {sameNumber} from './same-number.js';
export {readTones} from './tones.js';
