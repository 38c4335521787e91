/**
 * The functions of libphonenumber-js that `five9-dial-links` uses. `five9-dial-links` imports this file instead of the
 * package, because an `import()` of the package would bundle all its functions.
 */
export {isSupportedCountry, parsePhoneNumberFromString, searchPhoneNumbersInText} from 'libphonenumber-js/min';
