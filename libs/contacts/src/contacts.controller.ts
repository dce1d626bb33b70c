import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import { ContactReading } from './contact-reading.js';
import { ContactQuery } from './contact-query.dto.js';
import { ContactPage, ContactResponse, CreateContact, UpdateContact } from './contacts.dto.js';
import { ContactsService } from './contacts.service.js';

@ApiTags('contacts')
@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly reading: ContactReading,
  ) {}

  @Get('contacts')
  @Requires('contacts.read')
  list(@Ctx() context: RequestContext, @Query() query: ContactQuery): Promise<ContactPage> {
    return this.reading.list(context, query);
  }

  @Post('contacts')
  @Requires('contacts.create')
  create(@Ctx() context: RequestContext, @Body() input: CreateContact): Promise<ContactResponse> {
    return this.contacts.create(context, input);
  }

  @Get('contacts/:id')
  @Requires('contacts.read')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ContactResponse> {
    return this.reading.get(context, id);
  }

  @Patch('contacts/:id')
  @Requires('contacts.update')
  update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateContact,
    @IfMatch() ifMatch?: number,
  ): Promise<ContactResponse> {
    return this.contacts.update(context, id, input, ifMatch);
  }

  @Put('contacts/:id/archival')
  @HttpCode(200)
  @Requires('contacts.update')
  archive(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ContactResponse> {
    return this.contacts.archive(context, id);
  }

  @Delete('contacts/:id/archival')
  @Requires('contacts.update')
  restore(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ContactResponse> {
    return this.contacts.restore(context, id);
  }
}
