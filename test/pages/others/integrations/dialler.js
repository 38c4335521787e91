// A dialler that looks for the SDK under several names, and calls methods only if they exist.
(function find(tries) {
  const places = [() => window.Five9 && window.Five9.CrmSdk, () => window.CrmSdk, () => window.Five9CrmSdk];
  const sdk = places.map((place) => place()).find(Boolean);
  if (!sdk) {
    setTimeout(() => find(tries + 1), 20);
    return;
  }
  const components = typeof sdk.customComponentsApi === 'function' ? sdk.customComponentsApi() : null;
  const crmApi = sdk.crmApi?.();
  const presenceApi = sdk.presenceApi?.();
  const applicationApi = sdk.applicationApi?.();
  const interactionApi = sdk.interactionApi?.();
  calls.push('presence ' + presenceApi + ' ' + applicationApi?.notify);
  const register = (label) =>
    components.registerCustomComponents({
      template: `<adt-components><adt-component location="3rdPartyComp-li-call-tab" label="${label}">
        <adt-button name="dial" label="Dial" class="btnPrimary" onclick="onDial"></adt-button></adt-component></adt-components>`,
      callbacks: {
        onDial: () =>
          crmApi?.click2dial?.({
            click2DialData: {
              clickToDialNumber: '9250000111',
              defaultCampaign: true,
              preselectedCampaignName: undefined,
            },
          }),
        onBringToFront: () => applicationApi?.bringAppToFront?.(),
      },
    });
  register('Dialler');
  interactionApi?.subscribe?.({
    callStarted: () => calls.push('callStarted'),
    chatAccepted: (params) => {
      const fields = {};
      params.chatData.customFields.forEach((field) => (fields[field.key] = field.value));
      calls.push('chatAccepted');
      register('Chat');
    },
  });
})(0);
