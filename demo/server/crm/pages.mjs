/** The pages of the demo's CRM without scripts. The server makes them. */
import {html} from './html.mjs';

/** @import {ServerResponse} from 'node:http' */
/** @import {Activity, Contact} from '../../crm/contacts.js' */
/** @import {Handler} from '../listen.mjs' */
/** @import {Records} from './api.mjs' */
/** @import {Html} from './html.mjs' */

const CONTACTS = '/demo/no-script/contacts';
const ACTIVITIES = '/demo/no-script/activities';

/**
 * @param {Records} records
 * @returns {Handler}
 */
export function crmPages(records) {
  return ({method}, response, {pathname}) => {
    if (method !== 'GET' && method !== 'HEAD') return false;
    if (pathname === CONTACTS) return send(response, 'Contacts', contactList(records.contacts));
    if (pathname === ACTIVITIES) return send(response, 'Today', today(records));
    if (!pathname.startsWith(`${CONTACTS}/`)) return false;
    const contact = records.contactOf(pathname.slice(CONTACTS.length + 1));
    if (!contact) return false;
    return send(response, contact.name, record(contact, records.activitiesOf(contact)));
  };
}

/**
 * @param {ServerResponse} response
 * @param {string} title
 * @param {Html} content
 */
function send(response, title, content) {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Northwind CRM</title>
        <link rel="stylesheet" href="/demo/page/base.css" />
        <link rel="stylesheet" href="/demo/no-script/record.css" />
      </head>
      <body>
        <nav aria-label="CRM"><a href="${CONTACTS}">Contacts</a> <a href="${ACTIVITIES}">Today</a></nav>
        <main>${content}</main>
      </body>
    </html>`;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
  });
  response.end(page.text);
  return true;
}

/** @param {readonly Contact[]} contacts */
const contactList = (contacts) =>
  html`<h1>Contacts</h1>
    <ul class="contacts">
      ${contacts.map(
        ({id, name, account, phones}) =>
          html`<li>
            <a href="${CONTACTS}/${id}">${name}</a> <span class="quiet">${account.name}, ${phones[0]?.number}</span>
          </li>`,
      )}
    </ul>`;

/**
 * @param {Contact} contact
 * @param {readonly Activity[]} activities
 */
const record = ({name, role, account, tag, phones, cases}, activities) =>
  html`<h1>${name}</h1>
    <p class="quiet">${role} at ${account.name} · ${tag}</p>
    <h2>Phone numbers</h2>
    <ul>
      ${phones.map(({kind, number}) => html`<li><span class="quiet">${kind}</span> ${number}</li>`)}
    </ul>
    ${
      cases.length > 0
        ? html`<h2>Open cases</h2>
            <ul>
              ${cases.map(({number, subject}) => html`<li><span class="quiet">${number}</span> ${subject}</li>`)}
            </ul>`
        : ''
    }
    <h2 id="activity">Activity</h2>
    ${timeline(activities)}`;

/** @param {Records} records */
function today(records) {
  const activities = records.saved();
  return html`<h1>Today</h1>
    ${activities.length > 0 ? timeline(activities) : html`<p>No calls yet.</p>`}`;
}

/** @param {readonly Activity[]} activities */
const timeline = (activities) =>
  html`<ol class="activities">
    ${activities.map(
      ({what, when, text}) =>
        html`<li>
          <strong>${what}</strong> <span class="quiet">${when}</span>
          <p>${text}</p>
        </li>`,
    )}
  </ol>`;
