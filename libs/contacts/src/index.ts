export { ContactsModule } from './contacts.module.js';
export { ContactListItem } from './contacts.dto.js';
export { ContactsService } from './contacts.service.js';
export { ContactsTable } from './contacts-table.js';
export { handOverContacts } from './hand-over-contacts.js';
export { insertContacts, type NewContact } from './insert-contacts.js';
export { holdRestrictions, restrictedAmong } from './restriction/restricted-among.js';
export { firstClock } from './retention-clock.js';
export { matchContacts, type PersonMark, type PersonMatch } from './match-contacts.js';
