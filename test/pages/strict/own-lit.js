// A Lit of the page's own, with the policy `lit-html`.
import {html, render} from 'lit';

const main = document.createElement('main');
render(html`<p>Drawn by the page's own Lit</p>`, main);
document.documentElement.append(main);
