import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { CompaniesController } from './companies.controller.js';
import { CompaniesService } from './companies.service.js';
import { CompanyAddress } from './company-address.entity.js';
import { CompanyProduct } from './company-product.entity.js';
import { Company } from './company.entity.js';
import { ExportCompanies } from './export-companies.js';

@Module({
  imports: [TypeOrmModule.forFeature([Company, CompanyAddress, CompanyProduct]), IdentityModule],
  controllers: [CompaniesController],
  providers: [CompaniesService, ExportCompanies],
  exports: [CompaniesService],
})
export class CompaniesModule {}
