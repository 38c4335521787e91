import puppeteer from 'puppeteer-core';
import http from 'node:http';
import {readFile} from 'node:fs/promises';
const root = '/tmp/w/sim';
const page0 = `<!doctype html><html lang=en><meta charset=utf-8><meta name=color-scheme content="light dark"><style>body{margin:16px;font:1rem/1.4 system-ui,sans-serif;width:WIDTHpx}</style><script type=module src=/cdn/simulator.js></script><five9-simulator></five9-simulator>`;
const server = http.createServer(async (q, r) => {
  const [path, width = '360'] = q.url.split('?');
  if (path === '/') { r.setHeader('content-type', 'text/html'); r.end(page0.replace('WIDTH', width)); return; }
  try { const b = await readFile(root + path); r.setHeader('content-type', 'text/javascript'); r.end(b); } catch { r.statusCode = 404; r.end(); }
}).listen(8765);
const browser = await puppeteer.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']});
for (const [width, scheme] of [[360, 'light'], [360, 'dark'], [640, 'light']]) {
  const page = await browser.newPage();
  page.on('pageerror', (e) => console.log('error', e.message));
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  await page.setViewport({width: width + 40, height: 1000, deviceScaleFactor: 1});
  await page.goto(`http://localhost:8765/?${width}`);
  await page.waitForFunction(() => document.querySelector('five9-simulator')?.contactCenter);
  await page.evaluate(async () => {
    const c = document.querySelector('five9-simulator').contactCenter;
    const A = {id: '123', label: 'Contact', name: 'Alice Abernathy', isWho: true, isWhat: false, fields: [{displayName: 'Company', value: 'Umbrella'}]};
    const B = {id: '456', label: 'Case', name: 'Broken microwave', isWho: false, isWhat: true};
    const answers = {getAdtConfig: {providerName: 'Northwind CRM', myCallsTodayEnabled: true, myChatsTodayEnabled: true, myEmailsTodayEnabled: true}, getTodayCallsCount: 12, getTodayChatsCount: 3, search: {crmObjects: [A, B]}, saveLog: null, screenPop: null,
      getCustomComponents: '<adt-components><adt-component location="home-panel-top" label="Call note"><adt-input name="n" label="Note" placeholder="What the customer said" onchange="a"></adt-input><adt-btn-group><adt-button name="s" label="Save note" class="btnPrimary" onclick="b"></adt-button><adt-button name="v" label="Verify caller" onclick="c"></adt-button></adt-btn-group></adt-component></adt-components>',
      beforeTransfer: {status: {statusCode: 'Confirmation', message: 'Does the customer know about the transfer?', messageHeader: 'Transfer the call'}}};
    c.attach({clients: () => 1, ask: async (api, m) => { if (!(m in answers)) throw 'Not Implemented: ' + m; return answers[m]; }, send() {}});
    for (const api of ['crmApi', 'customComponentsApi', 'applicationApi']) c.pageConnected(api);
    const wait = () => new Promise((r) => setTimeout(r, 50));
    await wait();
    const f = c.offerCall({ani: '9255550161'}); await wait(); c.answer(f); c.hangUp(f); await c.dispose(f, '3558');
    c.notify('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '9255550161', crmObject: {id: '1', name: 'Jonas Berg'}}, {clickToDialNumber: '9250000111', crmObject: A}]});
    const id = c.offerCall({ani: '9250000111'}); c.answer(id); await wait();
    await c.popRecord(id, '456');
    await c.requestApi('applicationApi', 'showErrorMessage', {msgText: 'The CRM is slow at the moment.'});
    void c.transfer(id); await wait();
    for (const d of document.querySelector('five9-simulator').shadowRoot.querySelectorAll('details')) if (/Questions|Login/.test(d.textContent)) d.open = true;
  });
  await new Promise((r) => setTimeout(r, 300));
  await page.screenshot({path: `/tmp/w/shots/${width}-${scheme}.png`, fullPage: true});
}
await browser.close(); server.close();
