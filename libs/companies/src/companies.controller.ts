import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import { CompaniesService } from './companies.service.js';
import { CompanyPage, CompanyResponse, CreateCompany, IndustryList, UpdateCompany } from './companies.dto.js';
import { CompanyQuery } from './company-query.dto.js';
import { industries } from './industries.js';

@ApiTags('companies')
@Controller()
export class CompaniesController {
  constructor(private readonly companies: CompaniesService) {}

  /** TOL 2008 with names in three languages. */
  @Get('industries')
  @Requires('companies.read')
  industries(): IndustryList {
    return { items: [...industries] };
  }

  @Get('companies')
  @Requires('companies.read')
  list(@Ctx() context: RequestContext, @Query() query: CompanyQuery): Promise<CompanyPage> {
    return this.companies.list(context, query);
  }

  @Post('companies')
  @Requires('companies.create')
  create(@Ctx() context: RequestContext, @Body() input: CreateCompany): Promise<CompanyResponse> {
    return this.companies.create(context, input);
  }

  @Get('companies/:id')
  @Requires('companies.read')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<CompanyResponse> {
    return this.companies.get(context, id);
  }

  @Patch('companies/:id')
  @Requires('companies.update')
  update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateCompany,
    @IfMatch() ifMatch?: number,
  ): Promise<CompanyResponse> {
    return this.companies.update(context, id, input, ifMatch);
  }

  @Put('companies/:id/archival')
  @HttpCode(200)
  @Requires('companies.update')
  archive(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<CompanyResponse> {
    return this.companies.archive(context, id);
  }

  @Delete('companies/:id/archival')
  @Requires('companies.update')
  restore(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<CompanyResponse> {
    return this.companies.restore(context, id);
  }
}
