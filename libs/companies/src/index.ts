export { CompaniesModule } from './companies.module.js';
export { CompaniesService } from './companies.service.js';
export { CompaniesTable } from './companies-table.js';
export { handOverCompanies } from './hand-over-companies.js';
export { industries, industryOf, isIndustryCode } from './industries.js';
export { insertCompanies, type NewCompany } from './insert-companies.js';
export { matchCompanies, type CompanyMark, type CompanyMatch } from './match-companies.js';
