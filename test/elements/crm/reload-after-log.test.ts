import {expect, html} from '@open-wc/testing';
import sinon, {type SinonStub} from 'sinon';
import {CrmServer, type CrmReply} from '../../support/crm-server.js';
import {aboutCall, type CrmStage, crmStage} from '../../support/crm-stage.js';

interface ReloadStage extends CrmStage {
  /** The addresses and targets that were opened. */
  opened(): unknown[][];
  pop(fields?: object): Promise<unknown>;
  save(): Promise<unknown>;
}

/** Puts an element that shows records in `target` into the page. The server sends this reply to a log. */
async function reloading(reply: CrmReply, {target = 'record', reload = true} = {}): Promise<ReloadStage> {
  const server = await CrmServer.start(reply);
  const open = sinon.stub(window, 'open').returns(window) as SinonStub<unknown[], unknown>;
  const setup = await crmStage(html`
    <five9-crm
      screen-pop-href=${`${server.address}/contacts/{id}`}
      log-href=${`${server.address}/activities`}
      target=${target}
      ?reload-after-log=${reload}
    ></five9-crm>
  `);
  return {
    ...setup,
    opened: () => open.args.map(([address, name]) => [new URL(String(address)).pathname.split('/').at(-1), name]),
    pop: (fields) => setup.ask('screenPop', aboutCall(fields, {crmObject: {id: '5', name: 'Jane'}})),
    save: () => setup.ask('saveLog', aboutCall({}, {interactionLogData: {dispositionName: 'Sale'}})),
  };
}

describe('five9-crm with reload-after-log', () => {
  it('loads the record again in its window or frame after the log has been saved', async () => {
    const {pop, save, opened} = await reloading({status: 201});
    await pop();
    expect(opened()).to.deep.equal([['5', 'record']]);
    await save();
    expect(opened()).to.deep.equal([
      ['5', 'record'],
      ['5', 'record'],
    ]);
  });

  for (const [what, reply, settings, fields] of [
    ['the log was not saved', {status: 400}, {}, {}],
    ['the attribute is missing', {status: 201}, {reload: false}, {}],
    ['the record of another interaction is shown', {status: 201}, {}, {interactionId: 'another'}],
  ] as const) {
    it(`does not load the record again if ${what}`, async () => {
      const {pop, save, opened} = await reloading(reply, settings);
      await pop(fields);
      await save();
      expect(opened()).to.have.lengthOf(1);
    });
  }

  it('opens nothing if no record was shown', async () => {
    const {save, opened} = await reloading({status: 201});
    await save();
    expect(opened()).to.deep.equal([]);
  });
});
