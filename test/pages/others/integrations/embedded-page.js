// A page with the adapter in a frame. The SDK is loaded at the end of the body. The page registers no `search`.
document.addEventListener('DOMContentLoaded', function () {
  var crmApi = window.Five9.CrmSdk.crmApi();
  var interactionApi = window.Five9.CrmSdk.interactionApi();
  crmApi.registerApi({
    getAdtConfig: () => Promise.resolve({providerName: 'Embedded', myCallsTodayEnabled: true, showContactInfo: false}),
    saveLog: (params) => void calls.push('saveLog ' + params.interactionLogData.dispositionName),
    screenPop: (params) => void calls.push('screenPop ' + params.crmObject.name),
    getTodayCallsCount: () => Promise.resolve(77),
    getTodayChatsCount: () => Promise.resolve(77),
    openMyCallsToday: () => void calls.push('openMyCallsToday'),
    enableClickToDial: () => void calls.push('enableClickToDial'),
    disableClickToDial: () => void calls.push('disableClickToDial'),
  });
  // The page asks before there is an adapter.
  interactionApi.getMetadata().then((metadata) => {
    calls.push('metadata ' + typeof metadata.agentId);
    return interactionApi.getCav({interactionId: 'none'}).catch((error) => calls.push(error.errorCode));
  });
  interactionApi.subscribe({
    callStarted: (params) => {
      interactionApi.getCav({interactionId: params.callData.interactionId}).then((cavs) => {
        calls.push('variables ' + cavs.every((cav) => cav.group && cav.name));
      });
    },
    callFinished: (params) => void calls.push('callFinished ' + params.callLogData.dispositionName),
  });
  interactionApi.subscribeWsEvent({4: (payload, context) => void (context.eventReason && calls.push('event 4'))});
});
