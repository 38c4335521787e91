/** With `?replay` the page has no Five9: a replay is its adapter then. */
const use = new URLSearchParams(location.search).has('replay') ? 'replay' : 'live';
document.querySelector(`[data-for='${use}']`)?.setAttribute('aria-current', 'page');

if (use === 'live') {
  await import('/cdn/simulator.js');
  document.querySelector('#simulator')?.append(document.createElement('five9-simulator'));
}
