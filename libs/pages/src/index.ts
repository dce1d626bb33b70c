export { Html, html, type Content } from './html.js';
export { contactOf, documentOf, done, form, type ControllerShown, type PublicPage } from './layout.js';
export { publicPageHeaders } from './public-page-headers.js';
export { readForm } from './read-form.js';
