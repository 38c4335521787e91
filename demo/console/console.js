/**
 * Adds the simulator to the page. With `?replay` the page needs no simulator, because the replayed recording takes the
 * role of the adapter.
 */
const use = new URLSearchParams(location.search).has('replay') ? 'replay' : 'live';
document.querySelector(`[data-for='${use}']`)?.setAttribute('aria-current', 'page');

if (use === 'live') {
  await import('/cdn/simulator.js');
  document.querySelector('#simulator')?.append(document.createElement('five9-simulator'));
}
