import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { PermissionsModule } from '@seloste/permissions';
import { CompaniesController } from './companies.controller.js';
import { CompaniesService } from './companies.service.js';
import { CompanyAddress } from './company-address.entity.js';
import { CompanyChecks } from './company-checks.js';
import { CompanyProduct } from './company-product.entity.js';
import { Company } from './company.entity.js';
import { CompaniesTable } from './companies-table.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Company, CompanyAddress, CompanyProduct]),
    IdentityModule,
    PermissionsModule,
  ],
  controllers: [CompaniesController],
  providers: [CompaniesService, CompanyChecks, CompaniesTable],
  exports: [CompaniesService, CompaniesTable],
})
export class CompaniesModule {}
