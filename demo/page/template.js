/**
 * Returns a copy of a template's element. Inside the copy, an element with `data-text="name"` gets the text
 * `texts.name`. If this text is missing or empty, the element is removed.
 *
 * @param {string} name
 * @param {Record<string, string>} texts
 * @returns {HTMLElement}
 */
export function fromTemplate(name, texts) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector(`#${name}-template`));
  const copy = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
  for (const place of copy.querySelectorAll('[data-text]')) {
    const text = texts[/** @type {HTMLElement} */ (place).dataset.text ?? ''];
    if (text) place.textContent = text;
    else place.remove();
  }
  return /** @type {HTMLElement} */ (copy.firstElementChild);
}

/**
 * Returns the first element that matches a selector. Throws an error if no element matches.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {Kind}
 */
export function find(selector, root = document) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return /** @type {Kind} */ (found);
}
