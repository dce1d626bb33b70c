export * from './business-id.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './email.js';
export * from './ids.js';
export * from './page.js';
export * from './personal-data.js';
export * from './request-context.js';
