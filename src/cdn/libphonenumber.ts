/**
 * The functions of libphonenumber-js that `five9-dial-links` uses. This file is necessary, because an `import()` of the
 * package itself would bundle all functions of the package.
 */
export {isSupportedCountry, searchPhoneNumbersInText} from 'libphonenumber-js/min';
