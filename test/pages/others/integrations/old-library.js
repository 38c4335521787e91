// A page of the time of jQuery: a class with prototype methods, and deferreds in place of promises.
function Deferred() {
  var done = [],
    fail = [],
    state,
    value;
  var settle = (list, name) => (given) => {
    if (state) return;
    state = name;
    value = given;
    list.forEach((callback) => callback(given));
  };
  this.resolve = settle(done, 'done');
  this.reject = settle(fail, 'fail');
  this.promise = () => ({
    then: function (success, failure) {
      if (state === 'done') success(value);
      else if (state === 'fail') failure && failure(value);
      else {
        done.push(success);
        if (failure) fail.push(failure);
      }
      return this;
    },
    done: () => undefined,
    abort: () => undefined,
  });
}

function later(value, isError) {
  var deferred = new Deferred();
  setTimeout(() => deferred[isError ? 'reject' : 'resolve'](value));
  return deferred.promise();
}

function OldCrm() {
  this.name = 'Old CRM';
}
OldCrm.prototype.getAdtConfig = function () {
  return later({providerName: this.name, myCallsTodayEnabled: true});
};
OldCrm.prototype.search = function (params) {
  var number = params.interactionData.number || params.interactionData.ani;
  calls.push('search ' + number);
  var record = {id: '7', label: 'Contact', name: 'Joe', isWho: true, isWhat: false, fields: []};
  return later({crmObjects: [record], screenPopObject: record});
};
OldCrm.prototype.screenPop = function (params) {
  calls.push('screenPop ' + params.crmObject.id);
  return later(undefined);
};
OldCrm.prototype.getTodayCallsCount = function () {
  return later('12');
};
OldCrm.prototype.saveLog = function () {
  calls.push('saveLog');
  // As a failed request of jQuery, with functions in it.
  return later({status: 500, statusText: 'Server Error', getResponseHeader: () => null}, true);
};

window.Five9.CrmSdk.crmApi().registerApi(new OldCrm());
