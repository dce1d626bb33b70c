export { CompaniesPage } from './CompaniesPage.js';
export { CompanyPage } from './CompanyPage.js';
