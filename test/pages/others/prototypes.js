// Extends the built-in prototypes as old libraries do: with enumerable members, some under names that JavaScript uses today.
const add = (target, members) => {
  for (const key in members) target[key] = members[key];
};
add(Object.prototype, {extend() {}, clone() {}, each() {}, keys() {}, values() {}, inspect() {}});
add(Array.prototype, {
  each(iterator) {
    for (let index = 0; index < this.length; index++) iterator(this[index], index);
  },
  first() {
    return this[0];
  },
  last() {
    return this[this.length - 1];
  },
  clear() {
    this.length = 0;
    return this;
  },
  compact() {
    return this.filter((one) => one != null);
  },
  without(...values) {
    return this.filter((one) => !values.includes(one));
  },
  remove(one) {
    this.splice(this.indexOf(one), 1);
  },
  // Makes `JSON.stringify` return arrays in quotes, as in Prototype.js before 1.7.
  toJSON() {
    return `[${Array.prototype.join.call(this, ', ')}]`;
  },
});
add(String.prototype, {
  strip() {
    return this.replace(/^\s+|\s+$/g, '');
  },
  toArray() {
    return this.split('');
  },
  toJSON() {
    return `"${this}"`;
  },
});
add(Function.prototype, {
  wrap(wrapper) {
    const method = this;
    return function (...args) {
      return wrapper.call(this, method.bind(this), ...args);
    };
  },
  delay() {},
  // Returns a function that has no name and does not support `new`, like `bind` in libraries from before ECMAScript 5.
  bind(self, ...first) {
    const method = this;
    return function (...args) {
      return method.apply(self, [...first, ...args]);
    };
  },
});
add(HTMLElement.prototype, {
  show() {},
  update(content) {
    this.innerHTML = content;
    return this;
  },
  select(selector) {
    return Array.from(this.querySelectorAll(selector));
  },
  visible() {
    return !this.hidden;
  },
  addClassName() {},
  observe() {},
  fire() {},
  identify() {},
});
