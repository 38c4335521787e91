import type {ContactCenter} from '../contact-center/contact-center.js';
import {RestFace} from './rest-face.js';

const faces = new WeakMap<ContactCenter, RestFace>();

/** Answers the REST requests of the adapter of a contact centre in the same page. */
export function answerInPage(center: ContactCenter, request: Request): Promise<Response> {
  const face = faces.get(center) ?? new RestFace(center);
  faces.set(center, face);
  return face.handle(request, {isAdapter: true});
}
