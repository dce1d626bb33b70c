export { insertMails, type SentMail } from './insert-mails.js';
export { InteractionsModule } from './interactions.module.js';
export { InteractionsService } from './interactions.service.js';
export { insertNotes, type NewNote } from './insert-notes.js';
