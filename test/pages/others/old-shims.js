// Replaces built-in functions as old shims, zones and error reporters do.
(function () {
  const NativePromise = window.Promise;
  // Supports only what ECMAScript 2015 has.
  window.Promise = function OldPromise(executor) {
    const inner = new NativePromise(executor);
    this.then = function (onDone, onFailed) {
      return new window.Promise((resolve, reject) => inner.then(onDone, onFailed).then(resolve, reject));
    };
    this.catch = (onFailed) => this.then(undefined, onFailed);
  };
  window.Promise.resolve = (value) => new window.Promise((resolve) => resolve(value));
  window.Promise.reject = (error) => new window.Promise((_, reject) => reject(error));
  window.Promise.all = (list) => window.Promise.resolve(NativePromise.all(list));
  window.Promise.race = (list) => window.Promise.resolve(NativePromise.race(list));

  // Other globals of the window are page variables.
  window.self = {name: 'the page'};
  window.name = 'five9';
  window.status = 'ready';
  window.origin = 'nowhere';
  window.event = undefined;

  const stringify = JSON.stringify;
  JSON.stringify = function (value) {
    return stringify(value);
  };
  const add = window.addEventListener;
  window.addEventListener = function (type, listener, capture) {
    return add.call(window, type, listener, capture === true);
  };
  const start = window.setTimeout;
  window.setTimeout = function (run, delay) {
    return start(run, delay || 1);
  };
  window.requestAnimationFrame = function (run) {
    return start(() => run(Date.now()), 16);
  };
  if (window.crypto) Object.defineProperty(crypto, 'randomUUID', {value: undefined, configurable: true});
})();
