// Replaces and extends built-in objects as frameworks from before 2012 do, with enumerable members and old meanings.
(function () {
  const set = (target, members) => {
    for (const key of Object.keys(members)) target[key] = members[key];
  };
  // Converts only lists and ignores the second parameter, like the `$A` of the time.
  Array.from = function (list) {
    if (!list) return [];
    if (list.toArray) return list.toArray();
    const result = [];
    for (let index = 0; index < (list.length || 0); index++) result.push(list[index]);
    return result;
  };
  Object.extend = function (target, source) {
    for (const key in source) target[key] = source[key];
    return target;
  };
  // `keys` and `values` throw for other values than objects, as in ECMAScript 5.
  const each = function (iterator) {
    for (let index = 0; index < this.length; index++) iterator(this[index], index);
    return this;
  };
  const find = function (iterator) {
    for (let index = 0; index < this.length; index++) if (iterator(this[index], index)) return this[index];
    return undefined;
  };
  set(Array.prototype, {
    each,
    _each: each,
    find,
    detect: find,
    include(value) {
      return this.indexOf(value) !== -1;
    },
    clone() {
      return this.slice(0);
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    // Takes no function: flattens a list with one item.
    reduce(iterator, ...start) {
      if (typeof iterator !== 'function') return this.length > 1 ? this : this[0];
      let index = 0;
      let result = start.length ? start[0] : this[index++];
      for (; index < this.length; index++) result = iterator(result, this[index], index, this);
      return result;
    },
    // Flattens without a depth.
    flatten() {
      return this.reduce((flat, item) => flat.concat(item), []);
    },
    // Returns an array, not an iterator.
    entries() {
      return this.slice(0);
    },
    keys() {
      return this.map((_, index) => index);
    },
    values() {
      return this.slice(0);
    },
    inspect() {
      return '[' + this.join(', ') + ']';
    },
    toArray() {
      return this.slice(0);
    },
    uniq() {
      return this.filter((item, index) => this.indexOf(item) === index);
    },
    toJSON() {
      return '[' + this.map((item) => JSON.stringify(item)).join(', ') + ']';
    },
  });
  set(String.prototype, {
    toJSON() {
      return '"' + this + '"';
    },
    strip() {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    // Return booleans for other values than texts.
    include(text) {
      return this.indexOf(text) > -1;
    },
    startsWith(text) {
      return this.lastIndexOf(text, 0) === 0;
    },
    // Has only one parameter.
    times(count) {
      return new Array(count + 1).join(this);
    },
  });
  set(Number.prototype, {
    toJSON() {
      return isFinite(this) ? this.toString() : 'null';
    },
    times() {},
  });
  set(Date.prototype, {
    toJSON() {
      return '"' + this.toISOString() + '"';
    },
  });
  set(Object.prototype, {inherits() {}, forEach() {}, toQueryString() {}, id() {}, type: undefined, isEmpty() {}});
  set(Function.prototype, {
    // The result has no prototype chain and cannot be created with `new`.
    bind(self, ...first) {
      const method = this;
      return function (...args) {
        return method.apply(self, first.concat(args));
      };
    },
    curry() {},
    defer() {},
    argumentNames() {},
  });
  const elementMethods = {
    remove() {
      if (this.parentNode) this.parentNode.removeChild(this);
      return this;
    },
    replace(content) {
      this.outerHTML = content;
      return this;
    },
    insert() {
      return this;
    },
    update(content) {
      this.innerHTML = content;
      return this;
    },
    select(selector) {
      return this.querySelectorAll(selector);
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    visible() {
      return this.style.display !== 'none';
    },
    toggle() {
      return this;
    },
    clone(deep) {
      return this.cloneNode(deep);
    },
    up() {},
    down() {},
    previous() {},
    next() {},
    setValue() {},
    getValue() {},
  };
  set(Element.prototype, elementMethods);
  set(HTMLElement.prototype, elementMethods);
  document.getElementsByClassName = function (name) {
    return document.querySelectorAll('.' + name);
  };
  // Class.create sets properties of the window by mistake.
  window.Class = {create() {}};
  window.Hash = function () {};
  window.Template = function () {};
})();
