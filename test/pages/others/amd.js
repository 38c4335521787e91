/**
 * A minimal AMD loader. Like RequireJS it marks the scripts that it loads, and throws if any other script calls `define`.
 */
(() => {
  let defined;

  window.define = (...args) => {
    const {requiremodule} = document.currentScript?.dataset ?? {};
    if (!requiremodule) throw new Error('Mismatched anonymous define()');
    defined = args.at(-1);
  };
  window.define.amd = {};

  const load = (url) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), {src: url, async: true, onerror: reject});
      script.dataset.requiremodule = url;
      script.onload = () => {
        const module = typeof defined === 'function' ? defined() : defined;
        defined = undefined;
        resolve(module);
      };
      document.head.append(script);
    });

  window.require = (urls, then) => Promise.all(urls.map(load)).then((modules) => then(...modules));
})();
