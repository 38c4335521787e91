import {contactByNumber, contactOfRecord, contacts} from '../../crm/contacts.js';
import {searchResultOf} from '../../crm/crm-objects.js';

/** @import {Activity, Contact} from '../../crm/contacts.js' */

/** @typedef {Activity & {id: string, at: Date, contactId: string | undefined}} SavedActivity */

/**
 * Creates the records of a CRM on the server: the contacts of the demo, and the activities that pages have saved. They
 * are kept until the server ends.
 */
export function createRecords() {
  /** @type {Map<string, SavedActivity>} the saved activities, by their idempotency key */
  const saved = new Map();

  return {
    contacts,
    contactOf: contactOfRecord,

    /**
     * Returns the records of a phone number in the format of Five9. The record of the contact shall be shown at once.
     *
     * @param {string} number
     */
    search: (number) => searchResultOf(contactByNumber(number)),

    /**
     * Saves an activity. An activity with a known key is not saved again.
     *
     * @param {string} key
     * @param {Omit<SavedActivity, 'id' | 'at' | 'when'>} activity
     */
    save(key, activity) {
      const known = saved.get(key);
      if (known) return {id: known.id, isNew: false};
      const at = new Date();
      const id = String(saved.size + 1);
      const when = at.toLocaleTimeString('en', {timeStyle: 'short'});
      saved.set(key, {...activity, id, at, when});
      return {id, isNew: true};
    },

    /** Returns the saved activities, the newest first. */
    saved: () => [...saved.values()].reverse(),

    /**
     * Returns the activities of a contact, the newest first.
     *
     * @param {Contact} contact
     * @returns {Activity[]}
     */
    activitiesOf({id, activities}) {
      return [...[...saved.values()].filter(({contactId}) => contactId === id).reverse(), ...activities];
    },
  };
}
