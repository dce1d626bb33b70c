import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import {
  ObjectionList,
  ObjectionResponse,
  RecordObjection,
  WithdrawCompanyObjection,
} from './objections.dto.js';
import { ObjectionsService } from './objections.service.js';

/** What people and companies said no to. */
@ApiTags('objections')
@Controller()
export class ObjectionsController {
  constructor(private readonly objections: ObjectionsService) {}

  @Get('contacts/:id/objections')
  @Requires('contacts.read_privacy')
  async listOfContact(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
  ): Promise<ObjectionList> {
    return { items: await this.objections.list(context, { contactId: id }) };
  }

  /** Counts at once. The same "no" a second time answers with the first. Only the person can take it back. */
  @Post('contacts/:id/objections')
  @Requires('objections.create')
  recordOfContact(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: RecordObjection,
  ): Promise<ObjectionResponse> {
    return this.objections.record(context, { contactId: id }, input);
  }

  @Get('companies/:id/objections')
  @Requires('contacts.read_privacy')
  async listOfCompany(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
  ): Promise<ObjectionList> {
    return { items: await this.objections.list(context, { companyId: id }) };
  }

  /** The company forbids it for everybody who works there. */
  @Post('companies/:id/objections')
  @Requires('objections.create')
  recordOfCompany(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: RecordObjection,
  ): Promise<ObjectionResponse> {
    return this.objections.record(context, { companyId: id }, input);
  }

  /** Lets the company's objection end; its people's own objections stay. */
  @Post('companies/:id/objections/:objectionId/withdrawal')
  @Requires('contacts.restrict')
  withdrawOfCompany(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) companyId: string,
    @Param('objectionId', IdPipe) objectionId: string,
    @Body() input: WithdrawCompanyObjection,
  ): Promise<ObjectionResponse> {
    return this.objections.withdrawOfCompany(context, { companyId, objectionId }, input);
  }
}
