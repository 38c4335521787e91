/**
 * Renders a description: its paragraphs, its code in backticks, and links to other elements.
 *
 * @param {string} text
 * @param {ReadonlySet<string>} tags
 * @returns {HTMLElement[]}
 */
export function prose(text, tags) {
  return text
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((paragraph) => {
      const p = document.createElement('p');
      p.append(...paragraph.split('`').map((piece, index) => (index % 2 ? code(piece, tags) : piece)));
      return p;
    });
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} tags
 */
function code(text, tags) {
  const element = document.createElement('code');
  element.textContent = text;
  const [, tag = ''] = /^<?(five9-[\w-]+)/.exec(text) ?? [];
  if (!tags.has(tag)) return element;
  const link = document.createElement('a');
  link.href = `#${tag}`;
  link.append(element);
  return link;
}
