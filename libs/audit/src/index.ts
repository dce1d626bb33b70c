export * from './audit.js';
export * from './audit.module.js';
export type { AuditEntry } from './insert-events.js';
