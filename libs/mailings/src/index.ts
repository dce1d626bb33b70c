export { MailingsModule } from './mailings.module.js';
export { SequencesModule } from './sequences/sequences.module.js';
