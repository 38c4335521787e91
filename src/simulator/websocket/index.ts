export {type Socket, type SocketAssumptions, SocketFace, type SocketSession} from './socket-face.js';
