// The page's own copy of Lit. It creates the policy `lit-html`.
import {html, render} from 'lit';

const main = document.createElement('main');
render(html`<p>Rendered by the page's own Lit</p>`, main);
document.documentElement.append(main);
