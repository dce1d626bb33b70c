import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { CompaniesController } from './companies.controller.js';
import { CompaniesService } from './companies.service.js';
import { CompanyAddress } from './company-address.entity.js';
import { CompanyProduct } from './company-product.entity.js';
import { Company } from './company.entity.js';
import { CompaniesTable } from './companies-table.js';

@Module({
  imports: [TypeOrmModule.forFeature([Company, CompanyAddress, CompanyProduct]), IdentityModule],
  controllers: [CompaniesController],
  providers: [CompaniesService, CompaniesTable],
  exports: [CompaniesService, CompaniesTable],
})
export class CompaniesModule {}
