// A component of Salesforce: an object of functions. Five9's adapter for Salesforce calls `f9libLoaded`.
({
  f9libLoaded: function (cmp) {
    const hookApi = window.Five9.CrmSdk.hookApi();
    const interactionApi = window.Five9.CrmSdk.interactionApi();
    const sfNativeApi = window.Five9.CrmSdk.sfNativeApi();
    const crmApi = window.Five9.CrmSdk.crmApi();
    const {HookStatusCode} = Five9.CrmSdk;

    crmApi.registerApi({bringAppToFront: () => void calls.push('bringAppToFront')});
    hookApi.registerApi({
      beforeMakeCall: function (params) {
        calls.push('beforeMakeCall ' + typeof params.destination);
        const refused = {statusCode: HookStatusCode.Error, message: 'Choose another campaign.', messageHeader: 'Error'};
        return Promise.resolve({status: cmp.get('v.blocked') ? refused : {statusCode: HookStatusCode.Proceed}});
      },
      afterScreenPop: (params) => void calls.push('afterScreenPop ' + params.screenPopObjects.length),
      interactionOpened: () => void calls.push('interactionOpened'),
    });
    interactionApi.subscribe({
      callStarted: function (params) {
        const flowArgs = [{name: 'ANI', type: 'String', value: params.callData.ani != null ? params.callData.ani : ''}];
        const result = sfNativeApi.screenPop({type: 'flow', params: {flowDevName: 'Callers', flowArgs}});
        calls.push('screenPop ' + typeof result.then);
      },
      callEnded: (params) => {
        interactionApi
          .selectRelatedToObject({
            interactionType: 'Call',
            interactionId: params.callData.interactionId,
            objectId: '500',
          })
          .catch((error) => calls.push('select failed ' + error.errorCode));
      },
    });
  },
}).f9libLoaded({get: (name) => window.attributes?.[name]});
