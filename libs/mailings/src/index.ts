export { MailingsModule } from './mailings.module.js';
