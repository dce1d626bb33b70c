export {
  MessageContents,
  type ContentProvider,
  type MessageContent,
  type MessageToWrite,
} from './message-contents.js';
export { MessageReports, type AnsweredMessage } from './message-reports.js';
export { messageStatuses, type MessageStatus } from './message.entity.js';
export * from './messages.module.js';
export { Messages, type MessageCounts, type NewMessage, type Origin } from './messages.js';
