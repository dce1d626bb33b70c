import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { AskAgain } from './ask-again.js';
import {
  ConsentList,
  ConsentResponse,
  ConsentWordingList,
  ConsentWordingQuery,
  RecordConsent,
  RecordSaleReference,
  SaleReferenceList,
  SaleReferenceResponse,
  WithdrawConsent,
} from './consents.dto.js';
import { ConsentsService } from './consents.service.js';

/** What people said yes to, and the sales that stand for it. */
@ApiTags('consents')
@Controller()
export class ConsentsController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly askAgain: AskAgain,
  ) {}

  @Get('contacts/:id/consents')
  @Requires('contacts.read_privacy')
  async list(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ConsentList> {
    return { items: await this.consents.list(context, id) };
  }

  /** Only with how and when it was obtained, and with the wording. It never beats an objection. */
  @Post('contacts/:id/consents')
  @Requires('consents.create')
  record(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: RecordConsent,
  ): Promise<ConsentResponse> {
    return this.consents.record(context, id, input);
  }

  /** The person took it back. It stays on record as withdrawn. */
  @Delete('contacts/:id/consents/:consentId')
  @Requires('objections.create')
  withdraw(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) contactId: string,
    @Param('consentId', IdPipe) consentId: string,
    @Body() input: WithdrawConsent,
  ): Promise<ConsentResponse> {
    return this.consents.withdraw(context, { contactId, consentId }, input);
  }

  /**
   * Sends the letter with the link to confirm it once more. 409 `not_awaiting_confirmation` where there is nothing to
   * confirm, `asked_recently` within an hour of the last letter, `not_permitted` for whom said no since.
   */
  @Post('contacts/:id/consents/:consentId/confirmation-requests')
  @HttpCode(202)
  @Requires('consents.create')
  requestConfirmation(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) contactId: string,
    @Param('consentId', IdPipe) consentId: string,
  ): Promise<void> {
    return this.askAgain.run(context, { contactId, consentId });
  }

  /** The texts that people are asked to say yes to. */
  @Get('consent-wordings')
  @Requires('purposes.read')
  async listWordings(@Query() query: ConsentWordingQuery): Promise<ConsentWordingList> {
    return { items: await this.consents.listWordings(query) };
  }

  @Get('contacts/:id/sale-references')
  @Requires('contacts.read_privacy')
  async listSales(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
  ): Promise<SaleReferenceList> {
    return { items: await this.consents.listSales(context, id) };
  }

  @Post('contacts/:id/sale-references')
  @Requires('consents.create')
  recordSale(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: RecordSaleReference,
  ): Promise<SaleReferenceResponse> {
    return this.consents.recordSale(context, id, input);
  }
}
