import { Body, Controller, Post } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Reauthenticated, Requires } from '@seloste/platform';
import { CreateOwnershipTransfer, OwnershipTransferResponse } from './ownership.dto.js';
import { TransferOwnership } from './transfer-ownership.js';

@Controller('ownership-transfers')
export class OwnershipController {
  constructor(private readonly transfer: TransferOwnership) {}

  /** Makes everything that one user owns another's, and answers when it is done. */
  @Post()
  @Requires('contacts.assign')
  @Reauthenticated()
  create(
    @Ctx() context: RequestContext,
    @Body() transfer: CreateOwnershipTransfer,
  ): Promise<OwnershipTransferResponse> {
    return this.transfer.run(context, transfer);
  }
}
