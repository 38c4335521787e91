/** The functions that five9-dial-links uses. A dynamic `import()` of the package itself would bundle all of it. */
export {isSupportedCountry, searchPhoneNumbersInText} from 'libphonenumber-js/min';
