export { dataMap, undeclared, type MappedColumn, type MappedTable } from './data-map.js';
export { dataMapDocument } from './data-map-document.js';
