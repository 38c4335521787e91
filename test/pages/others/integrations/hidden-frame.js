// A bundle that loads the SDK into a hidden frame, so that it does not disturb the AMD loader of the page.
(function () {
  function loadSdkInFrame(url, callback) {
    var frame = document.createElement('iframe');
    frame.style.display = 'none';
    document.body.appendChild(frame);
    frame.onload = function () {
      var script = frame.contentDocument.createElement('script');
      script.async = true;
      script.dataset.adapterOrigin = window.adapterOrigin;
      script.src = url;
      script.onload = () => callback(frame.contentWindow.Five9);
      frame.contentDocument.head.appendChild(script);
    };
    frame.src = 'about:blank';
  }

  loadSdkInFrame(window.sdkAddress, async function (Five9Sdk) {
    const interactionApi = Five9Sdk.CrmSdk.interactionApi();
    const hookApi = Five9Sdk.CrmSdk.hookApi();
    const agent = await interactionApi.getAgentInfo?.();
    calls.push('agent ' + agent);
    interactionApi.subscribe({
      callAccepted: async (params) => {
        const {interactionId} = params.callData;
        const cavs = await interactionApi.getCav({interactionId});
        const target = cavs.find((cav) => cav.type === 'STRING' && cav.group !== 'Call') ?? cavs[0];
        await interactionApi.setCav({interactionId, cavList: [{id: target.id, value: interactionId}]});
        calls.push('variable set');
      },
    });
    // `setCav` with the list alone fails, and must not stop this code.
    interactionApi.setCav([{id: '1', value: '2'}]).catch(() => calls.push('setCav failed'));
    hookApi.registerApi({
      beforeSaveLog: function () {
        const who = {id: '003', label: 'Contact', name: '', isWho: true, isWhat: false, fields: [], metadata: null};
        return Promise.resolve({
          status: {statusCode: Five9Sdk.CrmSdk.HookStatusCode.ProceedWithParams},
          newFields: {who, subject: 'From the hook'},
        });
      },
      beforeDisposition: (params) => {
        calls.push('beforeDisposition ' + params.dispositionId);
        return {status: {statusCode: 'Confirmation', message: 'Sure?', messageHeader: 'Please confirm'}};
      },
      afterScreenPop: () => undefined,
    });
    Five9Sdk.CrmSdk.crmApi().registerApi({
      saveLog: ({interactionLogData: {subject, who}}) => calls.push('saveLog ' + subject + ' ' + who?.id),
    });
    calls.push('loaded');
  });
})();
