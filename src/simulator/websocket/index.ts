export {type Socket, type SocketAssumptions, SocketHandler, type SocketSession} from './socket-handler.js';
/** @deprecated Use `SocketHandler`. */
export {SocketHandler as SocketFace} from './socket-handler.js';
