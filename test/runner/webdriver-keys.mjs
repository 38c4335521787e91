/**
 * The code points that WebDriver uses for keys without a character, by the names of the keys in Puppeteer and the DOM.
 */
const KEYS = new Map([
  ['Backspace', '\uE003'],
  ['Tab', '\uE004'],
  ['Enter', '\uE007'],
  ['Shift', '\uE008'],
  ['Control', '\uE009'],
  ['Alt', '\uE00A'],
  ['Escape', '\uE00C'],
  ['Space', ' '],
  ['PageUp', '\uE00E'],
  ['PageDown', '\uE00F'],
  ['End', '\uE010'],
  ['Home', '\uE011'],
  ['ArrowLeft', '\uE012'],
  ['ArrowUp', '\uE013'],
  ['ArrowRight', '\uE014'],
  ['ArrowDown', '\uE015'],
  ['Insert', '\uE016'],
  ['Delete', '\uE017'],
  ['Meta', '\uE03D'],
  ...Array.from(
    {length: 12},
    (_, i) => /** @type {[string, string]} */ ([`F${i + 1}`, String.fromCharCode(0xe031 + i)]),
  ),
]);

/**
 * @param {string} key a character or a key's name
 * @returns {string}
 */
export function keyCode(key) {
  const code = KEYS.get(key) ?? ([...key].length === 1 ? key : undefined);
  if (code === undefined) throw new Error(`No key is named "${key}".`);
  return code;
}
