// The tests use browsers of the machine. Without this line `npm ci` would try to download one, and fail where it cannot.
module.exports = {skipDownload: true};
