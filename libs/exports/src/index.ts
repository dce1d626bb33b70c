export { ExportsModule } from './exports.module.js';
export { fileUse } from './sealed-uses.js';
