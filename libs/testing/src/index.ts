export * from './authenticator.js';
export * from './builders.js';
export * from './eventually.js';
export * from './mail-server.js';
export * from './purge.js';
export * from './test-app.js';
export * from './test-database.js';
