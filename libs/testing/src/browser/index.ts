export * from './built-app.js';
export * from './chromium.js';
