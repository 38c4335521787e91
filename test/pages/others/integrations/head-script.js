// Code in the head, which runs before the page has a body. The SDK is loaded before it in the head.
calls.push('body ' + document.body);
var f9 = window.Five9.CrmSdk;
f9.customComponentsApi().registerCustomComponents({
  template: `<adt-components>
    <adt-component location="3rdPartyComp-li-call-tab" label="Own" style="flex-direction: column">
      <!-- a comment -->
      <adt-input value="Initial" id="a1" name="card" label="Card" placeholder="0000" onchange="onCard"></adt-input>
      <adt-btn-group label="Buttons">
        <adt-button name="yes" label="Yes" class="btnPrimary" onclick="onYes">Yes</adt-button>
        <adt-button label="No name" onclick="onNoName"></adt-button>
        <adt-button name="none" label="Without callback"></adt-button>
      </adt-btn-group>
    </adt-component>
    <adt-component location="3rdPartyComp-li-chat-details-top" label="Empty"></adt-component>
  </adt-components>
  `,
  callbacks: {
    onCard: function (params) {
      calls.push('onCard ' + params.value + ' ' + (this.onCard !== undefined));
    },
    onYes: function (params) {
      calls.push('onYes ' + arguments.length + ' ' + params.name);
    },
    onNoName: (params) => void calls.push('onNoName ' + Boolean(params.name)),
  },
});
// Wrong names, values that are no functions, and `undefined` are ignored.
f9.crmApi().registerApi({
  contactSelected: () => void calls.push('contactSelected'),
  interactionOpened: () => void calls.push('interactionOpened'),
  search: undefined,
  guideLink: '/help',
});
f9.crmApi().registerApi('getAdtConfig', () => ({providerName: 'In the head'}));
f9.crmApi().registerApi({search: () => 'rubbish'});
// The last function of a name counts.
f9.crmApi().registerApi({
  search: (params) => {
    calls.push('search ' + params.interactionType + ' ' + (params.interactionSearchData !== undefined));
    return {
      crmObjects: [{id: 1, label: 'Contact', name: 'Numeric id', isWho: true, isWhat: false}],
      screenPopObject: null,
    };
  },
});
f9.interactionApi().subscribe('callStarted', (params) => void calls.push('callStarted ' + params.callData.callType));
