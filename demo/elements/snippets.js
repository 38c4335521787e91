const TEMPLATE = /<template data-demo="([\w-]+)"[^>]*>\n([^]*?)\n *<\/template>/g;

/**
 * Returns the snippet of each element, by tag. A snippet is the HTML source of the demo, because the DOM does not keep
 * the formatting.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function loadSnippets() {
  const response = await fetch(location.pathname);
  if (!response.ok) throw new Error(`${location.pathname}: ${response.status} ${response.statusText}`);
  return snippetsOf(await response.text());
}

/** @param {string} source HTML source of the page */
export function snippetsOf(source) {
  return new Map([...source.matchAll(TEMPLATE)].map(([, tag = '', html = '']) => [tag, outdented(html)]));
}

/** @param {string} text */
function outdented(text) {
  const lines = text.split('\n');
  const depths = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...depths))).join('\n');
}
