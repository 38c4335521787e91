/** What is used of the package. An import on demand would bring all of it. */
export {isSupportedCountry, searchPhoneNumbersInText} from 'libphonenumber-js/min';
