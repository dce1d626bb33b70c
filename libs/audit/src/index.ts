export * from './audit.js';
export * from './audit.module.js';
export * from './log/audit-log.dto.js';
export * from './log/audit-log.js';
export type { AuditEntry } from './insert-events.js';
