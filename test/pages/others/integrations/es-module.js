// A wrapper that keeps the functions of the SDK, and removes the global variables. The adapter's frame comes later.
const {applicationApi, crmApi, interactionApi} = window.Five9.CrmSdk;
delete window.Five9;
delete window.crmSdkVersion;
const [application, crm, interaction] = [applicationApi(), crmApi(), interactionApi()];
crm.registerApi({
  getAdtConfig() {
    return Promise.resolve({providerName: 'Module'});
  },
});
let pending = '9250000111';
application.subscribe({
  loginStateChanged: ({state}) => {
    calls.push('state ' + state);
    if (state !== 'WORKING' || !pending) return;
    interaction.click2dial({click2DialData: {clickToDialNumber: pending}});
    pending = '';
  },
});
interaction.subscribe({
  callStarted: async ({callData}) => {
    calls.push('dialled ' + callData.number);
    await interaction.setCav({interactionId: callData.interactionId, cavList: [{id: '300000000000151', value: 'x'}]});
  },
});
