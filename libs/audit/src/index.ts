export * from './audit.js';
export * from './audit.module.js';
export * from './log/audit-log.dto.js';
export * from './log/audit-log.js';
export * from './privacy-acts/privacy-officer.js';
export type { AuditEntry } from './insert-events.js';
