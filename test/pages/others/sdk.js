/**
 * `makeSdk()` returns an object like `Five9.CrmSdk` of an official SDK, which speaks the wire protocol. The code is
 * written from the description of the protocol and contains no code of the SDK. This file is a classic script, so that
 * it can be anywhere in a page.
 */
window.makeSdk = () => {
  const apis = {};

  function connect(name) {
    const channel = `intrx_plugin_${name}`;
    const sender = `remote_${channel}-${String(Math.random()).slice(2, 18).padEnd(16, '0')}`;
    const pending = {};
    const subscribers = [];
    let waiting = [];
    let port;
    let count = 0;
    const envelope = (message) => ({iframeName: channel, sender, message});
    const send = (message) => {
      if (port) port.postMessage(envelope(message));
      else waiting.push(message);
    };
    const onPortMessage = ({data: {iframeName, sender: other, message}}) => {
      if (iframeName !== channel || other === sender) return;
      const {id, response, error, event} = Object(message);
      if (event?.name === 'interactionEvent') {
        for (const one of subscribers) setTimeout(() => one[event.data.reason]?.(event.data.payload));
      } else if (pending[id]) {
        if (error) pending[id].reject(error);
        else pending[id].resolve(response);
        delete pending[id];
      }
    };
    addEventListener('message', ({data, ports}) => {
      if (data?.iframeName !== channel || data.sender === sender || data.message !== 'connect' || !ports[0]) return;
      port?.close();
      port = ports[0];
      port.onmessage = onPortMessage;
      port.postMessage(envelope('connected:'));
      for (const message of waiting.splice(0)) send(message);
    });
    const ask = (window) => {
      window.postMessage(envelope('asking_connect'), '*');
      for (let index = 0; index < window.length; index++) ask(window[index]);
    };
    ask(parent);

    const request = (attrName) => (args) =>
      new Promise((resolve, reject) => {
        const id = `${sender}#${++count}`;
        pending[id] = {resolve, reject};
        send({id, request: {objectId: 'interactionApi', verb: 'post', attrName, args}});
      });
    const methods = ['setCav', 'getCav', 'setDisposition', 'getDispositions', 'isMasterPage'];
    return {
      ...Object.fromEntries(methods.map((method) => [method, request(method)])),
      subscribe: (events) => void subscribers.push(events),
      click2dial: (data) => send({event: {objectId: 'interactionApi', name: 'click2dial', data}}),
    };
  }

  const interactionApi = (name = '') => (apis[name] ??= connect(name));
  /** Subscribes to an event, as a page does as soon as it has the SDK. */
  const use = () =>
    interactionApi().subscribe({callStarted: ({callData}) => receivedEvents.push(`sdk ${callData.interactionId}`)});
  window.sdk = {interactionApi, ApiErrorCode: {Generic: 'Generic'}, crmApi() {}, version: '0.12.0'};
  setTimeout(use);
  return window.sdk;
};
